package dev.rbee.service.jobs;

import dev.rbee.contract.jobs.JobEvent;

/**
 * An event and its place in its job's stream.
 *
 * @param seq rises; the SSE id
 */
public record NumberedEvent(long seq, JobEvent event) {}
