package dev.rbee.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.product.Api;
import dev.rbee.product.Running;
import dev.rbee.product.Sandbox;
import java.nio.file.Path;
import java.time.Duration;

/** Resident memory of every process, idle after twenty answers. */
final class MemoryBench implements Main.Bench {
    @Override
    public Table run(Path folder) throws Exception {
        try (Sandbox sandbox = new Sandbox(folder)) {
            Running daemon = Running.start(sandbox, "--daemon");
            daemon.awaitLine(line -> line.startsWith("ready "), Duration.ofSeconds(60));
            Api queen = sandbox.api("QUEEN");
            queen.spawn("{\"model\":\"demo\"}");
            for (int i = 0; i < 20; i++) {
                queen.post(
                        "/v1/chat/completions",
                        "{\"model\":\"demo\",\"messages\":[{\"role\":\"user\",\"content\":\"Tell me a short bee story\"}]}");
            }
            JsonNode hive = queen.get("/v1/hives/list").get(0);
            JsonNode worker = queen.get("/v1/workers/list").get(0);
            return new Table("Resident memory, idle after 20 answers", "process", "MiB")
                    .row("queen (with the registry)", mib(daemon.handle().pid()))
                    .row("hive", mib(hive.path("pid").asLong()))
                    .row(
                            "worker with `demo` (the model is 4.9 MiB)",
                            mib(worker.path("pid").asLong()));
        }
    }

    private static String mib(long pid) throws Exception {
        return String.format(java.util.Locale.ROOT, "%.0f", Machine.residentMib(pid));
    }
}
