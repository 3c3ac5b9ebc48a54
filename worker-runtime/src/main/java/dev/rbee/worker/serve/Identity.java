package dev.rbee.worker.serve;

/** Who this worker is. */
public record Identity(String workerId, String hiveId, String model) {}
