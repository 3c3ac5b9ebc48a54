package dev.rbee.contract.hives;

import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/engines/install} at a hive and {@code POST /v1/hives/{id}/engines/install} at the queen: a job that ends with the
 * {@link EngineInfo}.
 *
 * @param url of a release archive of llama.cpp (.tar.gz or .zip), https
 * @param path of an archive or a program on that machine instead
 * @param sha256 of the archive; required with {@code url}
 * @param version folder under {@code engines/llama-server}; taken from the archive's name where left out
 */
public record InstallEngine(
        @Nullable String url,
        @Nullable String path,
        @Nullable String sha256,
        @Nullable String version) {}
