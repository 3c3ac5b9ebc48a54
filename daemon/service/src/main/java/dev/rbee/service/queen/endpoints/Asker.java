package dev.rbee.service.queen.endpoints;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rbee.contract.json.Json;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Small questions to attached servers: with their own key, no redirects, little patience, little memory. Blocks. Thread-safe. */
final class Asker implements AutoCloseable {
    private static final int MOST = 8 * 1024 * 1024;
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client = new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectTimeout(Duration.ofSeconds(3))
            .callTimeout(Duration.ofSeconds(8))
            .followRedirects(false)
            .retryOnConnectionFailure(true)
            .proxy(Proxy.NO_PROXY)
            .build();

    /**
     * An answer.
     *
     * @param body missing where it is no JSON
     */
    record Reply(int status, JsonNode body, @Nullable String server) {
        boolean good() {
            return status == 200 && body.isContainerNode();
        }
    }

    /** Asks; {@code body} null: GET. */
    Reply ask(String url, @Nullable String key, @Nullable JsonNode body) throws IOException {
        Request.Builder request = new Request.Builder().url(url).header("Accept", "application/json");
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (body != null) {
            request.post(RequestBody.create(Json.bytes(body), JSON));
        }
        try (Response response = client.newCall(request.build()).execute()) {
            byte[] bytes = response.body().byteStream().readNBytes(MOST + 1);
            return new Reply(response.code(), tree(bytes), response.header("Server"));
        }
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            JsonNode tree = bytes.length > MOST ? null : Json.MAPPER.readTree(bytes);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
