package dev.rbee.client;

import dev.rbee.contract.auth.Headers;
import dev.rbee.contract.info.DaemonInfo;
import dev.rbee.contract.info.Health;
import dev.rbee.contract.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * One server and the credential for it; the typed clients are built on this. Calls block and throw
 * {@link dev.rbee.contract.problem.ProblemException} with the server's own problem, {@code unreachable} or {@code timeout}. Thread-safe.
 */
public final class Remote {
    private static final MediaType JSON = MediaType.get("application/json");

    private final String base;
    private final Supplier<Credential> credential;
    private final Http http;
    private final @Nullable String instance;

    /**
     * A server.
     *
     * @param base {@code http://host:port}
     * @param credential asked for at every call
     */
    public Remote(String base, Supplier<Credential> credential, Http http) {
        this(base, credential, http, null);
    }

    /** A server that must be that instance; another one refuses with {@code wrong_instance}. */
    public Remote(String base, Supplier<Credential> credential, Http http, @Nullable String instance) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        this.credential = credential;
        this.http = http;
        this.instance = instance;
        URI parsed = URI.create(this.base);
        if (parsed.getHost() == null) {
            throw new IllegalArgumentException("not an address: " + base);
        }
    }

    /** {@code http://host:port}. */
    public String base() {
        return base;
    }

    /** The client it uses. */
    public Http http() {
        return http;
    }

    /** One segment of a path, encoded. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A request with token and instance, to be completed. */
    public Request.Builder request(String path) {
        Request.Builder request = new Request.Builder()
                .url(base + path)
                .header("Authorization", "Bearer " + credential.get().bearer());
        if (instance != null) {
            request.header(Headers.INSTANCE, instance);
        }
        return request;
    }

    /** A POST of JSON, to be completed. */
    public Request.Builder postRequest(String path, @Nullable Object body) {
        return request(path).post(entity(body));
    }

    /** GET. */
    public <T> T get(String path, Class<T> type) {
        return http.call(request(path).build()).as(type);
    }

    /** GET of a JSON array. */
    public <T> List<T> list(String path, Class<T> type) {
        return http.call(request(path).build()).asList(type);
    }

    /** GET that may think for minutes. */
    public <T> T getSlow(String path, Class<T> type) {
        return http.callSlow(request(path).build()).as(type);
    }

    /** GET of a JSON array that may take minutes to put together. */
    public <T> List<T> listSlow(String path, Class<T> type) {
        return http.callSlow(request(path).build()).asList(type);
    }

    /** GET of text. */
    public String text(String path) {
        return http.call(request(path).build()).text();
    }

    /** POST; null sends {@code {}}. */
    public <T> T post(String path, @Nullable Object body, Class<T> type) {
        return http.call(postRequest(path, body).build()).as(type);
    }

    /** POST whose answer does not matter as long as it is good. */
    public void post(String path, @Nullable Object body) {
        var _ = http.call(postRequest(path, body).build()).orThrow();
    }

    /** POST that may think for minutes. */
    public <T> T postSlow(String path, @Nullable Object body, Class<T> type) {
        return http.callSlow(postRequest(path, body).build()).as(type);
    }

    /** DELETE. */
    public void delete(String path) {
        var _ = http.call(request(path).delete().build()).orThrow();
    }

    /** DELETE with a body, within a total time. */
    public void delete(String path, Object body, Duration atMost) {
        var _ = http.callWithin(request(path).delete(entity(body)).build(), atMost)
                .orThrow();
    }

    /** {@code GET /health}, without the token. */
    public Health health() {
        return http.call(new Request.Builder().url(base + "/health").build()).as(Health.class);
    }

    /** {@code GET /v1/info}. */
    public DaemonInfo info() {
        return get("/v1/info", DaemonInfo.class);
    }

    /** Whether the server knows the secret; the token is not sent for that. False also where nobody answers. */
    public boolean proven() {
        return Proof.holds(http, base, credential.get());
    }

    private static RequestBody entity(@Nullable Object body) {
        return RequestBody.create(body == null ? "{}".getBytes(StandardCharsets.UTF_8) : Json.bytes(body), JSON);
    }
}
