package dev.rbee.service.queen.events;

import java.util.List;

/**
 * What a reader gets.
 *
 * @param events at most one per thing, by rising revision
 * @param next where to read on
 * @param cut the reader is so far behind that something it has not read is no longer kept
 */
record Batch(List<Published> events, long next, boolean cut) {}
