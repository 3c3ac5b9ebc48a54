package dev.rbee.service.hive.engines;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code engines/llama-server.json}: what was chosen and measured.
 *
 * @param selected version that workers get; null: the newest
 * @param previous the one before it, to go back to
 * @param speeds tokens per second of the smoke tests, by version
 */
record EngineRecord(
        @Nullable String selected,
        @Nullable String previous,
        @Nullable Map<String, Double> speeds) {
    private static final Logger LOG = LoggerFactory.getLogger(EngineRecord.class);

    static EngineRecord read(Path file) {
        try {
            if (Files.exists(file)) {
                return Json.read(Files.readAllBytes(file), EngineRecord.class);
            }
        } catch (IOException | ProblemException e) {
            LOG.warn("file={} not readable, the newest engine counts: {}", file, e.toString());
        }
        return new EngineRecord(null, null, null);
    }

    void write(Path file) throws IOException {
        PrivateFiles.replace(file, Json.write(this) + "\n");
    }

    EngineRecord select(@Nullable String version) {
        return version != null && version.equals(selected) ? this : new EngineRecord(version, selected, speeds);
    }

    EngineRecord speed(String version, @Nullable Double tokensPerSecond) {
        Map<String, Double> all = new TreeMap<>(speeds == null ? Map.of() : speeds);
        if (tokensPerSecond == null) {
            all.remove(version);
        } else {
            all.put(version, tokensPerSecond);
        }
        return new EngineRecord(selected, previous, all);
    }
}
