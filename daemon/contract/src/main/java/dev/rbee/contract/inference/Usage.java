package dev.rbee.contract.inference;

/** Tokens of a request, counted by the worker. */
public record Usage(int promptTokens, int completionTokens, int totalTokens) {}
