package dev.rbee.worker.engine;

/**
 * A text as a vector of length 1.
 *
 * @param tokens of the text, counted
 */
@SuppressWarnings("ArrayRecordComponent") // a vector is made once and only written out
public record Embedding(float[] vector, int tokens) {}
