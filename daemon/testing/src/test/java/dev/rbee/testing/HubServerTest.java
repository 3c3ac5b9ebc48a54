package dev.rbee.testing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That the stand-in hub behaves as the real one is known to. */
class HubServerTest {
    private static final String REPO = "owner/model-GGUF";

    private final byte[] bytes = new byte[1_000_000];
    private HubServer hub;
    private HttpClient http;

    @BeforeEach
    void start() {
        new Random(1).nextBytes(bytes);
        hub = HubServer.start();
        hub.repo(REPO).file("model-Q8_0.gguf", bytes).small("README.md", new byte[] {'#'});
        http = HttpClient.newHttpClient();
    }

    @AfterEach
    void end() {
        http.close();
        hub.close();
    }

    private HttpResponse<byte[]> get(String url, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private String link(String... headers) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(hub.url() + "/" + REPO + "/resolve/main/model-Q8_0.gguf", headers);
        assertEquals(302, answer.statusCode());
        assertEquals("1000000", answer.headers().firstValue("x-linked-size").orElseThrow());
        assertEquals(
                "\"" + hub.repo(REPO).get("model-Q8_0.gguf").sha256() + "\"",
                answer.headers().firstValue("x-linked-etag").orElseThrow());
        return answer.headers().firstValue("location").orElseThrow();
    }

    @Test
    void aFileIsServedByItsStorageWholeAndInRanges() throws Exception {
        String link = link();
        assertFalse(link.startsWith(hub.url()));
        assertArrayEquals(bytes, get(link).body());
        HttpResponse<byte[]> part = get(link, "Range", "bytes=10-19");
        assertEquals(206, part.statusCode());
        assertEquals(
                "bytes 10-19/1000000",
                part.headers().firstValue("content-range").orElseThrow());
        assertArrayEquals(Arrays.copyOfRange(bytes, 10, 20), part.body());
        assertEquals(416, get(link, "Range", "bytes=1000000-").statusCode());
        String etag = part.headers().firstValue("etag").orElseThrow();
        assertEquals(206, get(link, "Range", "bytes=5-", "If-Range", etag).statusCode());
        assertEquals(
                200, get(link, "Range", "bytes=5-", "If-Range", "\"other\"").statusCode());
        // a byte is counted when it has left, so its reader may be first
        await().until(() -> hub.sent(REPO, "model-Q8_0.gguf") == 1_000_000 + 10 + 999_995 + 1_000_000);
        assertArrayEquals(bytes, get(hub.plainUrl(REPO, "model-Q8_0.gguf")).body());
    }

    @Test
    void signedAddressesExpireAndAreWorthNothingWithoutTheirSignature() throws Exception {
        hub.faults().linksExpireAfter(1);
        String link = link();
        assertEquals(200, get(link).statusCode());
        assertEquals(403, get(link).statusCode());
        assertEquals(404, get(link.replaceFirst("Signature=.*", "Signature=x")).statusCode());
    }

    @Test
    void closedRepositoriesOpenToTheRightAccountOnly() throws Exception {
        hub.repo(REPO).gated();
        String url = hub.url() + "/" + REPO + "/resolve/main/model-Q8_0.gguf";
        HttpResponse<byte[]> refused = get(url);
        assertEquals(401, refused.statusCode());
        assertEquals("GatedRepo", refused.headers().firstValue("x-error-code").orElseThrow());
        assertEquals(
                403, get(url, "Authorization", "Bearer " + hub.otherToken()).statusCode());
        HttpResponse<byte[]> strange = get(url, "Authorization", "Bearer hf_wrong");
        assertEquals(401, strange.statusCode());
        assertEquals(
                "Invalid credentials in Authorization header",
                strange.headers().firstValue("x-error-message").orElseThrow());
        assertTrue(link("Authorization", "Bearer " + hub.token()).contains(hub.storage()));
        assertEquals(hub.token(), hub.requests().getLast().token());
        assertEquals(401, get(hub.url() + "/api/models/owner/nothing").statusCode());
    }

    @Test
    void faultsHappenAsOftenAsAskedFor() throws Exception {
        String link = link();
        hub.faults().cut(1000, 1);
        assertThrows(IOException.class, () -> get(link));
        assertEquals(1000, hub.requests().getLast().sent().get());
        hub.faults().refuse(429, 1, "7");
        HttpResponse<byte[]> wait = get(link);
        assertEquals(429, wait.statusCode());
        assertEquals("7", wait.headers().firstValue("retry-after").orElseThrow());
        hub.faults().wrongContent(true);
        assertFalse(Arrays.equals(bytes, get(link).body()));
        hub.faults().wrongContent(false);
        hub.faults().noRanges(true);
        assertEquals(200, get(link, "Range", "bytes=5-").statusCode());
        hub.faults().noRanges(false);
        hub.faults().lie(10);
        assertThrows(IOException.class, () -> get(link));
        hub.faults().lie(0);
        assertArrayEquals(bytes, get(link).body());
    }

    @Test
    void itsListsSayWhatIsThere() throws Exception {
        hub.repo("other/thing").tags("safetensors");
        String found = text(get(hub.url() + "/api/models?search=MODEL&filter=gguf&limit=5"));
        assertTrue(found.contains("\"id\":\"" + REPO + "\""));
        assertFalse(found.contains("thing"));
        String sha256 = hub.repo(REPO).get("model-Q8_0.gguf").sha256();
        String plain = text(get(hub.url() + "/api/models/" + REPO));
        assertFalse(plain.contains(sha256));
        String sizes = text(get(hub.url() + "/api/models/" + REPO + "?blobs=true"));
        assertTrue(sizes.contains("\"lfs\":{\"sha256\":\"" + sha256 + "\",\"size\":1000000"));
        String tree = text(get(hub.url() + "/api/models/" + REPO + "/tree/main?recursive=true"));
        assertTrue(tree.contains("\"oid\":\"" + sha256 + "\""));
        assertNull(hub.requests().getLast().token());
    }
}
