package dev.rbee.service.queen.hives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.Remote;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.AdminGate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that are read to their end, over real HTTP. */
class HiveLogsTest {
    private static final String TOKEN = "rbee_test_token_0123456789abcdef0123456789";

    @TempDir
    Path dir;

    private final Http http = new Http();
    private Server server;
    private Remote remote;

    @BeforeEach
    void start() {
        HiveLogs logs = new HiveLogs(Map.of("here", dir.resolve("hive.log")), new Far());
        server = ServerSpec.builder("queen", "q1", new AdminGate(TOKEN))
                .grace(Duration.ofMillis(100))
                .routes(routes -> routes.get("/logs/{id}", x -> logs.follow(x.path("id"), x)))
                .start();
        remote = new Remote(server.url(), () -> Credential.admin(TOKEN), http);
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    @Test
    void whatIsThereIsSentAndThenTheEnd() throws Exception {
        Files.writeString(dir.resolve("hive.log"), "one\ntwo\nhalf");
        assertEquals(List.of("log one", "log two", "end here"), read("here"));
        assertEquals(List.of("log far", "end there"), read("there"));
    }

    @Test
    void logThatIsNotThereIsSaid() {
        assertEquals(
                ProblemCode.HIVE_OFFLINE,
                assertThrows(ProblemException.class, () -> read("here"))
                        .problem()
                        .code());
        assertEquals(
                ProblemCode.UNSUPPORTED_PARAMETER,
                assertThrows(ProblemException.class, () -> read("nobody"))
                        .problem()
                        .code());
    }

    /** Kind and text of each event; returns only where the stream ends. */
    private List<String> read(String hive) {
        String text = remote.text("/logs/" + hive + "?follow=false");
        return text.lines()
                .filter(line -> line.startsWith("event:") || line.startsWith("data:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .collect(Collectors.collectingAndThen(Collectors.toList(), HiveLogsTest::paired));
    }

    private static List<String> paired(List<String> lines) {
        return IntStream.range(0, lines.size() / 2)
                .mapToObj(
                        i -> lines.get(2 * i) + " " + lines.get(2 * i + 1).replaceAll("\\{\"[a-z_]+\":\"(.*)\"}", "$1"))
                .toList();
    }

    private static final class Far implements RemoteLogs {
        @Override
        public boolean has(String hive) {
            return hive.equals("there");
        }

        @Override
        public List<String> tail(String hive, int lines) {
            return List.of("far");
        }
    }
}
