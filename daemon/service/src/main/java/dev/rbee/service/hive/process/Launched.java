package dev.rbee.service.hive.process;

/**
 * A started process.
 *
 * @param nonce stands in its argv
 */
public record Launched(Process process, String nonce) {}
