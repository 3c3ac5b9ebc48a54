package dev.rbee.service.queen.inference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.auth.Headers;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.json.Json;
import dev.rbee.service.queen.dialect.Asked;
import dev.rbee.service.queen.dialect.Dialect;
import dev.rbee.service.queen.dialect.Target;
import dev.rbee.service.queen.workers.Lease;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Calls of workers: one shared client, HTTP/1.1, nothing is sent twice, silence is watched by {@link Silence}. Thread-safe. */
final class Upstream implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    /** Backstop only: a worker that is silent is probed long before. */
    private static final Duration SILENCE = Duration.ofMinutes(30);

    private static final Duration PROBE = Duration.ofSeconds(3);

    private final Supplier<String> token;
    private final OkHttpClient client;
    private final OkHttpClient probes;
    private final Attached attached;
    private final Dialect dialect;

    /** {@code token}: the installation's, from which workers' keys are made. */
    Upstream(Supplier<String> token, Attached attached, Dialect dialect) {
        this.token = token;
        this.attached = attached;
        this.dialect = dialect;
        this.client = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectTimeout(Duration.ofSeconds(2))
                .writeTimeout(Duration.ofSeconds(10))
                .readTimeout(SILENCE)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .proxy(Proxy.NO_PROXY)
                .connectionPool(new ConnectionPool(2000, 60, TimeUnit.SECONDS))
                .addInterceptor(dialect)
                .build();
        this.probes = client.newBuilder().callTimeout(PROBE).build();
    }

    /** The call that asks the worker; not yet executed. Throws where it was attached and is no longer. */
    Call ask(Question question, Lease lease) throws IOException {
        if (lease.attached()) {
            return client.newCall(dialect.request(asked(question, lease), target(lease)));
        }
        Request request = request(lease.url() + question.kind().path(), lease.workerId())
                .header(Headers.REQUEST_ID, question.id())
                .header("Accept", question.stream() ? "text/event-stream" : "application/json")
                .post(RequestBody.create(body(question, lease.model()), JSON))
                .build();
        return client.newCall(request);
    }

    /** A worker that is attached never gets a key of ours, also not when it is just being removed. */
    private Target target(Lease lease) throws ConnectException {
        Target target = attached.target(lease.workerId());
        if (target == null) {
            throw new ConnectException("it is attached no longer");
        }
        return target;
    }

    private static Asked asked(Question question, Lease lease) {
        Asked.Form form = switch (question.kind()) {
            case CHAT -> Asked.Form.CHAT;
            case COMPLETION -> Asked.Form.COMPLETION;
            case EMBEDDING -> Asked.Form.EMBEDDING;
            case INFER -> Asked.Form.INFER;
        };
        return new Asked(form, question.id(), lease.workerId(), lease.model(), question.stream(), question.tree());
    }

    private static byte[] body(Question question, String model) {
        if (question.model().equals(model)) {
            return question.body();
        }
        ObjectNode renamed = question.tree().deepCopy();
        renamed.put("model", model);
        return Json.bytes(renamed);
    }

    /** Whether {@code GET /health} of a worker is answered well, or what says that of an attached one; blocks for some seconds at most. */
    boolean isWell(Lease lease) {
        return lease.attached() ? attached.isWell(lease.workerId()) : isWell(lease.url());
    }

    private boolean isWell(String url) {
        client.connectionPool().evictAll(); // only idle ones
        Request request = new Request.Builder()
                .url(url + "/health")
                .header("Accept-Encoding", "identity")
                .build();
        try (Response response = probes.newCall(request).execute()) {
            return response.code() < 500;
        } catch (IOException e) {
            return false;
        }
    }

    private Request.Builder request(String url, String workerId) {
        return new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + Keys.workerKey(token.get(), workerId))
                .header(Headers.INSTANCE, workerId)
                .header("Accept-Encoding", "identity");
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }
}
