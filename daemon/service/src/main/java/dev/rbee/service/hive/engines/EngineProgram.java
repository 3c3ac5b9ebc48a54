package dev.rbee.service.hive.engines;

import java.nio.file.Path;

/**
 * A llama-server program that was found.
 *
 * @param version folder under {@code engines/llama-server}, or for one that was not installed there, as it says itself
 * @param origin {@code path} or {@code installed}
 */
record EngineProgram(Path path, String version, String origin) {}
