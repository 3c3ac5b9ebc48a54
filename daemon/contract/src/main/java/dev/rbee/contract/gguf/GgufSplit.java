package dev.rbee.contract.gguf;

/**
 * A file that is a part of a model.
 *
 * @param number of this part, from 0
 * @param count of parts
 * @param tensors of all parts together
 */
public record GgufSplit(int number, int count, int tensors) {}
