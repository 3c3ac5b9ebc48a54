package dev.rbee.service.models.fit;

/**
 * A GPU.
 *
 * @param id {@code GPU-0} ...
 * @param totalBytes of its memory
 * @param freeBytes of it now
 */
public record FitGpu(String id, long totalBytes, long freeBytes) {}
