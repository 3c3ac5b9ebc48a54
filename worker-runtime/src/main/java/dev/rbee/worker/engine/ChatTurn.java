package dev.rbee.worker.engine;

/** A message with its role as templates know it: {@code system}, {@code user} or {@code assistant}. */
public record ChatTurn(String role, String content) {}
