package dev.rbee.contract.hives;

/** Answer to it. */
public record RegisteredHive(boolean success, String hiveId, long nextMs, String message) {}
