package dev.rbee.contract.workers;

import java.time.Instant;

/**
 * One line of a child process's log, as {@code GET /v1/workers/{id}/logs} streams it (SSE event {@code log}).
 *
 * @param seq rises by one with each line of that worker; also the id of the event
 * @param at when the hive read it
 * @param stream {@code stdout}, {@code stderr} or {@code hive} (what the hive did to it)
 */
public record LogLine(long seq, Instant at, String stream, String line) {}
