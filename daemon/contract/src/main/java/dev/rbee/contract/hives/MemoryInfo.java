package dev.rbee.contract.hives;

/** Memory or disk, bytes. */
public record MemoryInfo(long totalBytes, long freeBytes) {}
