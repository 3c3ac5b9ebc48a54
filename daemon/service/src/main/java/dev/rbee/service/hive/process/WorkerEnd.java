package dev.rbee.service.hive.process;

/**
 * A worker's process ended.
 *
 * @param reason for people
 * @param again true where it will be started again
 */
public record WorkerEnd(String workerId, String model, String reason, boolean again) {}
