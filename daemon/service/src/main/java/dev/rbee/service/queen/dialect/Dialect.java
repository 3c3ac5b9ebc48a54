package dev.rbee.service.queen.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ErrorEnvelope;
import dev.rbee.contract.problem.Problem;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.LongSupplier;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls to attached servers and turns their answers into what a worker of rbee's own would have answered. An interceptor of
 * the HTTP client, for requests made by {@link #request}; others pass untouched. Thread-safe.
 */
public final class Dialect implements Interceptor {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType EVENTS = MediaType.get("text/event-stream");
    private static final long MOST = 64L * 1024 * 1024;

    private final LongSupplier nanos;
    private final InstantSource clock;

    /** {@code nanos} is monotonic; {@code clock} dates answers. */
    public Dialect(LongSupplier nanos, InstantSource clock) {
        this.nanos = nanos;
        this.clock = clock;
    }

    private record Exchange(Asked asked, Target target, Progress progress) {}

    /** The request as that server wants it. Only its own key goes there. */
    public Request request(Asked asked, Target target) {
        byte[] body = Json.bytes(RequestBody.of(asked, target));
        Request.Builder request = new Request.Builder()
                .url(target.api() + RequestBody.path(asked))
                .header("Accept", asked.stream() ? "text/event-stream" : "application/json")
                .header("Accept-Encoding", "identity")
                .tag(Exchange.class, new Exchange(asked, target, new Progress(nanos, body.length)))
                .post(okhttp3.RequestBody.create(body, JSON));
        if (target.key() != null) {
            request.header("Authorization", "Bearer " + target.key());
        }
        return request.build();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Exchange exchange = chain.request().tag(Exchange.class);
        Response theirs = chain.proceed(chain.request());
        if (exchange == null) {
            return theirs;
        }
        boolean done = false;
        try {
            Response ours = translated(theirs, exchange);
            done = true;
            return ours;
        } finally {
            if (!done) {
                theirs.close();
            }
        }
    }

    private Response translated(Response theirs, Exchange exchange) throws IOException {
        int status = theirs.code();
        if (status == 401 || status == 403 || status == 429 || status == 503) {
            return refused(theirs, status, exchange); // what to do about those is the caller's to decide
        }
        if (status != 200) {
            Problem problem = Refusal.of(status, whole(theirs), exchange.target());
            return answer(theirs, problem.code().status(), ErrorEnvelope.of(problem));
        }
        Asked asked = exchange.asked();
        if (asked.stream() && !type(theirs).startsWith("application/json")) {
            return stream(theirs, theirs.body().source(), exchange);
        }
        JsonNode body = tree(whole(theirs));
        if (Refusal.isError(body)) {
            Problem problem = Refusal.inside(body, exchange.target());
            return answer(theirs, problem.code().status(), ErrorEnvelope.of(problem));
        }
        if (asked.form() == Asked.Form.EMBEDDING) {
            return answer(theirs, 200, Wholes.embeddings(body, asked, exchange.progress()));
        }
        if (asked.stream()) {
            return stream(theirs, Okio.buffer(Okio.source(Unstreamed.events(body))), exchange);
        }
        ObjectNode whole =
                Wholes.answer(body, asked, exchange.progress(), clock.instant().getEpochSecond());
        return answer(theirs, 200, whole);
    }

    private Response stream(Response theirs, BufferedSource source, Exchange exchange) {
        AnswerStream stream = new AnswerStream(
                source,
                exchange.asked(),
                exchange.target(),
                exchange.progress(),
                clock.instant().getEpochSecond());
        return with(theirs, 200, ResponseBody.create(Okio.buffer(Okio.source(stream)), EVENTS, -1));
    }

    private static Response refused(Response theirs, int status, Exchange exchange) throws IOException {
        Problem problem = Refusal.of(status, whole(theirs), exchange.target());
        return answer(theirs, status, ErrorEnvelope.of(problem));
    }

    private static Response answer(Response theirs, int status, Object body) {
        return with(theirs, status, ResponseBody.create(Json.bytes(body), JSON));
    }

    private static Response with(Response theirs, int status, ResponseBody body) {
        return theirs.newBuilder()
                .code(status)
                .headers(okhttp3.Headers.of("Content-Type", String.valueOf(body.contentType())))
                .body(body)
                .build();
    }

    private static String type(Response theirs) {
        @Nullable String type = theirs.header("Content-Type");
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }

    private static byte[] whole(Response theirs) throws IOException {
        try (ResponseBody body = theirs.body()) {
            byte[] bytes = body.byteStream().readNBytes((int) MOST + 1);
            if (bytes.length > MOST) {
                throw new IOException("its answer is larger than " + MOST + " bytes");
            }
            return bytes;
        }
    }

    private static JsonNode tree(byte[] body) throws IOException {
        JsonNode tree = Json.MAPPER.readTree(body);
        if (tree == null || !tree.isContainerNode()) {
            throw new IOException("its answer is no JSON");
        }
        return tree;
    }
}
