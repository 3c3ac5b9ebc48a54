package dev.rbee.service.hive.engines;

import dev.rbee.service.jobs.JobContext;
import java.nio.file.Path;

/** Fetches an archive from outside. */
@FunctionalInterface
public interface EngineSource {
    /**
     * Fetches into {@code target}, whose folder is there; checks the hash while it comes. Blocks, says how far it is, and stops when the job is
     * cancelled. Throws {@code source_forbidden}, {@code hash_mismatch} and what else a fetch ends by.
     */
    void fetch(String url, String sha256, Path target, JobContext job);
}
