package dev.rbee.contract.workers;

/** Answer of a hive to a spawn. */
public record SpawnedWorker(String workerId, long pid, int port) {}
