package dev.rbee.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenAI's own Node library, unmodified, against the whole product. Needs node and npm. */
class OpenAiClientIT {
    private static final Path SCRIPT = Path.of("src/test/node");

    @TempDir
    Path temp;

    @Test
    void theOfficialClientWorksUnchanged() throws Exception {
        Tools.need("node", "npm");
        for (String file : List.of("package.json", "package-lock.json", "openai.mjs")) {
            Files.copy(SCRIPT.resolve(file), temp.resolve(file));
        }
        run(List.of("npm", "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"), 180);
        Path embedding = Path.of(System.getProperty("rbee.shared"), "models", "all-MiniLM-L6-v2.q8_0.gguf");
        try (Sandbox sandbox = new Sandbox(temp)) {
            Running daemon = Running.start(sandbox, "--daemon");
            daemon.awaitLine(line -> line.startsWith("ready "), Duration.ofSeconds(60));
            Api queen = sandbox.api("QUEEN");
            queen.spawn("{\"model\":\"demo\",\"slots\":2}");
            List<String> command = new ArrayList<>(List.of(
                    "node",
                    "openai.mjs",
                    "http://127.0.0.1:" + sandbox.port("QUEEN") + "/v1",
                    sandbox.token(),
                    "demo"));
            if (Files.exists(embedding)) {
                sandbox.api("LOCAL_HIVE")
                        .post("/v1/models/import", "{\"path\":\"" + embedding.toRealPath() + "\",\"name\":\"minilm\"}");
                queen.spawn("{\"model\":\"minilm\"}");
                command.add("minilm");
            } else {
                Tools.absent("embeddings are not checked: there is no " + embedding);
            }
            String printed = run(command, 180);
            assertTrue(printed.contains("\"done\":true"), printed);
        }
    }

    private String run(List<String> command, int seconds) throws IOException, InterruptedException {
        File output = Files.createTempFile(temp, "run-", ".log").toFile();
        Process process = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        String printed = Files.readString(output.toPath(), StandardCharsets.UTF_8);
        assertTrue(ended, "did not end: " + command + "\n" + printed);
        assertEquals(0, process.exitValue(), command + "\n" + printed);
        return printed;
    }
}
