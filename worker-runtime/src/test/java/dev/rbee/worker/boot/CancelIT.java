package dev.rbee.worker.boot;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.auth.Headers;
import dev.rbee.worker.child.ModelMaker;
import dev.rbee.worker.child.WorkerChild;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that end before their time, on a model that needs half a minute to read the prompt. */
class CancelIT {
    private static final String LONG = "bee hive ".repeat(1_500);
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    @TempDir
    static Path home;

    private static WorkerChild worker;

    @BeforeAll
    static void start() throws IOException {
        Path model = new ModelMaker().slow(home.resolve("slow.gguf"));
        worker = WorkerChild.serving(
                home, WorkerChild.Options.of(model).context(4_096).slots(1));
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    private Socket send(String path, String body) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), worker.port());
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + worker.key() + "\r\n"
                + Headers.INSTANCE + ": " + worker.id() + "\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
        return socket;
    }

    private static void awaitBusy(int slots) {
        await().atMost(Duration.ofSeconds(20)).until(() -> worker.busy() == slots);
    }

    /** The slot is free within the time, and really: the next answer comes at once. */
    private static void awaitFree() {
        await().atMost(AT_MOST).pollInterval(Duration.ofMillis(20)).until(() -> worker.busy() == 0);
        JsonNode body = worker.ok("/v1/completions", "{'prompt':'A','max_tokens':1}");
        assertEquals(1, body.at("/usage/completion_tokens").asInt());
    }

    @Test
    void aStreamThatIsLeftWhileThePromptIsRead() throws IOException {
        Socket socket = send("/v1/completions", "{'prompt':'" + LONG + "','stream':true}");
        awaitBusy(1);
        socket.close();
        awaitFree();
    }

    @Test
    void anAnswerInOneBodyThatIsLeftWhileThePromptIsRead() throws IOException {
        Socket socket = send("/v1/completions", "{'prompt':'" + LONG + "'}");
        awaitBusy(1);
        socket.close();
        awaitFree();
    }

    @Test
    void aStreamThatIsLeftInItsMiddle() throws IOException {
        Socket socket = send("/v1/completions", "{'prompt':'A','stream':true,'max_tokens':4000,'ignore_eos':true}");
        assertTrue(socket.getInputStream().readNBytes(2_000).length == 2_000);
        socket.close();
        awaitFree();
    }

    @Test
    void aRequestCancelledByItsId() throws Exception {
        HttpRequest.Builder request = worker.request("/v1/completions")
                .header(Headers.REQUEST_ID, "my-request")
                .POST(HttpRequest.BodyPublishers.ofString(("{'prompt':'" + LONG + "'}").replace('\'', '"')));
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(
                () -> worker.send(request), task -> Thread.ofVirtual().start(task));
        awaitBusy(1);
        assertEquals(200, worker.delete("/v1/requests/my-request").statusCode());
        assertEquals("cancelled", WorkerChild.code(answer.get()));
        awaitFree();
        assertEquals("request_not_found", WorkerChild.code(worker.delete("/v1/requests/my-request")));
    }

    @Test
    void oneThatWaitsForASlot() throws IOException {
        Socket first = send("/v1/completions", "{'prompt':'" + LONG + "','stream':true}");
        awaitBusy(1);
        Socket second = send("/v1/completions", "{'prompt':'A','stream':true}");
        await().atMost(AT_MOST).until(() -> worker.details().get("queue").asInt() == 1);
        second.close();
        await().atMost(AT_MOST).until(() -> worker.details().get("queue").asInt() == 0);
        assertEquals(1, worker.busy());
        first.close();
        awaitFree();
    }
}
