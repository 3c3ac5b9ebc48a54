package dev.rbee.worker.boot;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The configuration: one line of JSON on stdin, so that no secret is in argv or in the environment. */
final class FirstLine {
    private static final int LONGEST = 64 * 1024;

    private FirstLine() {}

    /** Reads it; blocks until it is there. Throws {@code config_invalid}, naming everything that is missing. */
    static WorkerConfig read(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
            if (line.size() > LONGEST) {
                throw invalid("its first line is longer than " + LONGEST + " bytes");
            }
        }
        if (line.size() == 0) {
            throw invalid("its stdin is empty; a worker is started by a hive: rbee worker spawn --model MODEL");
        }
        WorkerConfig config = Json.read(line.toByteArray(), WorkerConfig.class);
        demandComplete(config);
        return config;
    }

    private static void demandComplete(WorkerConfig config) {
        List<String> missing = new ArrayList<>();
        demand(missing, "worker_id", config.workerId());
        demand(missing, "hive_id", config.hiveId());
        demand(missing, "model", config.model());
        demand(missing, "model_path", config.modelPath());
        demand(missing, "bind", config.bind());
        demand(missing, "key", config.key());
        demand(missing, "token_fingerprint", config.tokenFingerprint());
        if (Objects.isNull(config.registryUrls())) {
            missing.add("registry_urls");
        }
        if (!missing.isEmpty()) {
            throw invalid("its configuration lacks " + String.join(", ", missing));
        }
    }

    private static void demand(List<String> missing, String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            missing.add(name);
        }
    }

    private static ProblemException invalid(String why) {
        return new ProblemException(
                Problem.of(ProblemCode.CONFIG_INVALID, "The worker can't start: " + why + ".", "Let a hive start it."));
    }
}
