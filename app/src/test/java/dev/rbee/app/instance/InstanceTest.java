package dev.rbee.app.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceTest {
    @TempDir
    Path run;

    private final BlockingQueue<List<String>> calls = new LinkedBlockingQueue<>();

    private Optional<Instance> claim() {
        return Instance.claim(run, new SecureRandom());
    }

    @Test
    void theSecondStartReachesTheFirstOne() throws Exception {
        try (Instance first = claim().orElseThrow()) {
            assertTrue(claim().isEmpty());
            assertTrue(Instance.call(run, List.of("/models/a b.gguf")), "heard before anybody listens");
            first.onCall(calls::add);
            assertEquals(List.of("/models/a b.gguf"), calls.poll(30, TimeUnit.SECONDS));
            assertTrue(Instance.call(run, List.of()));
            assertEquals(List.of(), calls.poll(30, TimeUnit.SECONDS));
            assertEquals(
                    "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(run.resolve("app.json"))));
        }
        assertFalse(Files.exists(run.resolve("app.json")));
        claim().orElseThrow().close();
    }

    @Test
    void whatACrashLeavesBehindStopsNobody() throws Exception {
        Files.writeString(run.resolve("app.json"), Json.write(new Doorplate(1, "of-one-that-is-gone", 1)));
        Files.writeString(run.resolve("app.lock"), "");
        try (Instance first = claim().orElseThrow()) {
            first.onCall(calls::add);
            assertTrue(Instance.call(run, List.of()));
        }
    }

    @Test
    void strangersAndNonsenseAreTurnedAway() throws Exception {
        try (Instance first = claim().orElseThrow()) {
            first.onCall(calls::add);
            assertEquals("", send(Json.write(new Call("guessed", List.of("--quit"))) + "\n"));
            assertEquals("", send("{\"arguments\":[]}\n"));
            assertEquals("", send("nonsense\n"));
            assertEquals("", send("x".repeat(Door.MOST_BYTES + 1)));
            assertTrue(Instance.call(run, List.of("the real one")));
            assertEquals(List.of("the real one"), calls.poll(30, TimeUnit.SECONDS), "the others were not heard");
        }
    }

    private String send(String text) throws IOException {
        Doorplate plate = Json.read(Files.readAllBytes(run.resolve("app.json")), Doorplate.class);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), plate.port());
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // closed on us with bytes unread
        }
    }
}
