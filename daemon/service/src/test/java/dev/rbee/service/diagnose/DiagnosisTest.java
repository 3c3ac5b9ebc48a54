package dev.rbee.service.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.service.home.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants every kind of secret everywhere and finds none in the zip. */
class DiagnosisTest {
    /** Kept by the installation; found by their value wherever they stand. */
    private static final List<String> KEPT = List.of(
            "plain admin words 4711",
            "endpoint#key?odd",
            "c0nnection-t0ken",
            "environment~secret~1",
            "hub|token|value");

    /** Known only by how they look. */
    private static final List<String> SEEN = List.of(
            "rbee_0123456789abcdef0123456789abcdef",
            "sk-proj-abcdefghijklmnop",
            "hf_abcdefghijklmnopqrst",
            "ghp_abcdefghijklmnopqrst",
            "AKIAIOSFODNN7EXAMPLE",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl");

    /** With what stands around them; the part in braces is the secret. */
    private static final List<String> PLACED = List.of(
            "Authorization: Bearer {abc.def-123456}",
            "authorization: Basic {dXNlcjpwYXNzd29yZA==}",
            "fetch https://user:{hunter2hunter}@example.org/x",
            "postgres://{root:toor}@db/x",
            "GET /file?token={tok1234}&x=1 200",
            "https://bucket/x?X-Amz-Signature={0a1b2c3d}&a=b",
            "password={letmein}",
            "ssh_password = \"{with spaces too}\"",
            "{\"passphrase\": \"{open sesame}\", \"port\": 22}",
            "{\"api_key\":\"{k-1-2-3}\"}",
            "client_secret: {s3cr3t}",
            "RBEE_ENDPOINT_KEY_TOKEN={zzzz}",
            "llama-server --api-key {qwertz} --port 1",
            "-----BEGIN OPENSSH PRIVATE KEY-----\n{b3BlbnNzaC1rZXktdjEAAAAABG5vbmU}\n-----END OPENSSH PRIVATE KEY-----",
            "x\n-----BEGIN RSA PRIVATE KEY-----\n{MIIEpAIBAAKCAQEA}");

    @TempDir
    Path dir;

    private static String secret(String line) {
        int from = line.indexOf('{', line.startsWith("{") ? 1 : 0);
        return line.substring(from + 1, line.indexOf('}', from));
    }

    private static String written(String line) {
        String secret = secret(line);
        return line.replace("{" + secret + "}", secret);
    }

    @Test
    void noSecretIsInTheZip() throws IOException {
        Home home = Home.at(dir.resolve("home")).create();
        Files.writeString(home.tokenFile(), KEPT.get(0) + "\n");
        Files.writeString(home.endpointKeys(), "{\"gpu\": \"" + KEPT.get(1) + "\"}");
        Files.writeString(
                home.path().resolve("connections.json"),
                "[{\"name\": \"office\", \"url\": \"http://10.0.0.1:7833\", \"token\": \"" + KEPT.get(2) + "\"}]");
        Path hub = dir.resolve("hub");
        Files.writeString(hub, KEPT.get(4));
        StringBuilder all = new StringBuilder("2026 INFO node=gpu-1 state=ready tokens=312 tokens_per_second=58\n");
        KEPT.forEach(secret -> all.append("seen ").append(secret).append(" here\n"));
        SEEN.forEach(secret -> all.append("seen ").append(secret).append(" here\n"));
        PLACED.forEach(line -> all.append(written(line)).append('\n'));
        Files.createDirectories(home.logs().resolve("workers"));
        Files.writeString(home.logs().resolve("rbee.log"), all);
        Files.writeString(home.logs().resolve("workers/w-1.log"), all);
        Files.writeString(home.config(), "# " + all.toString().replace("\n", "\n# ") + "\n[log]\nfiles = 7\n");
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("RBEE_TOKEN", KEPT.get(3));
        environment.put("HF_TOKEN", KEPT.get(3));
        environment.put("HTTPS_PROXY", "http://joe:" + "proxypassword@proxy:8080");
        environment.put("HF_TOKEN_PATH", hub.toString());
        environment.put("OTHER", "not told");

        Diagnosis diagnosis = Diagnosis.of(
                home, environment, Instant.parse("2026-11-21T22:00:00.5Z"), Map.of("fleet.json", all.toString()));
        Path zip = dir.resolve(Diagnosis.fileName(Instant.parse("2026-11-21T22:00:00.5Z")));
        diagnosis.write(zip);
        assertTrue(zip.endsWith("rbee-diagnosis-2026-11-21-22-00-00.zip"), zip.toString());

        Map<String, String> read = unzip(zip);
        assertEquals(diagnosis.files(), read);
        assertEquals(
                List.of("about.txt", "settings.txt", "environment.txt", "home.txt", "fleet.json"),
                List.copyOf(read.keySet()).subList(0, 5));
        assertTrue(read.containsKey("logs/rbee.log") && read.containsKey("logs/workers/w-1.log"));
        read.forEach((name, text) -> {
            KEPT.forEach(secret -> assertFalse(text.contains(secret), name + " has " + secret));
            SEEN.forEach(secret -> assertFalse(text.contains(secret), name + " has " + secret));
            PLACED.forEach(line -> assertFalse(text.contains(secret(line)), name + " has " + secret(line)));
            assertFalse(text.contains("proxypassword"), name);
            assertFalse(text.contains("not told"), name);
        });
        String log = String.valueOf(read.get("logs/rbee.log"));
        assertTrue(log.contains("node=gpu-1 state=ready tokens=312 tokens_per_second=58"), log);
        assertTrue(log.contains("--port 1") && log.contains("@example.org/x") && log.contains("\"port\": 22"), log);
        assertTrue(String.valueOf(read.get("settings.txt")).contains("log.files=7  (rbee.toml)"));
        assertTrue(String.valueOf(read.get("home.txt")).contains("endpoint_keys.json"));
    }

    private static Map<String, String> unzip(Path file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
