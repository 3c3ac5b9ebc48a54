package dev.rbee.client;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The one HTTP client of a program: HTTP/1.1 only, 2 s to connect, nothing is sent twice, no proxy, no redirects. Thread-safe; calls block, best on
 * virtual threads.
 */
public final class Http implements AutoCloseable {
    /** Longest silence a plain call bears. */
    public static final Duration QUICK = Duration.ofSeconds(10);
    /** Longest silence a call bears that computes before it answers. */
    public static final Duration SLOW = Duration.ofMinutes(10);

    private final OkHttpClient base;
    private final OkHttpClient quick;
    private final OkHttpClient slow;

    /** With a pool of its own. */
    public Http() {
        this.base = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectTimeout(Duration.ofSeconds(2))
                .writeTimeout(Duration.ofSeconds(30))
                .readTimeout(QUICK)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .proxy(Proxy.NO_PROXY)
                .connectionPool(new ConnectionPool(500, 45, TimeUnit.SECONDS))
                .build();
        this.quick = base.newBuilder().callTimeout(Duration.ofSeconds(30)).build();
        this.slow = base.newBuilder().readTimeout(SLOW).build();
    }

    /**
     * The whole answer, whatever its status. Throws {@code unreachable} or {@code timeout}. A GET that met a kept connection just as its server
     * ended is sent once more; nothing else is.
     */
    public Reply call(Request request) {
        try (Response response = quick.newCall(request).execute()) {
            return read(response);
        } catch (IOException e) {
            boolean stale = !(e instanceof ConnectException) && !(e instanceof InterruptedIOException);
            if (stale && request.method().equals("GET")) {
                return whole(quick.newCall(request));
            }
            throw failure(request, e);
        }
    }

    /** The same for calls that think for long. */
    public Reply callSlow(Request request) {
        return whole(slow.newCall(request));
    }

    /** The same within a total time, a goodbye for instance. */
    public Reply callWithin(Request request, Duration atMost) {
        return whole(base.newBuilder().callTimeout(atMost).build().newCall(request));
    }

    /** A call whose body is read piece by piece, with that much silence at most. The caller executes, closes and cancels it. */
    public Call stream(Request request, Duration silence) {
        return base.newBuilder().readTimeout(silence).build().newCall(request);
    }

    private static Reply whole(Call call) {
        try (Response response = call.execute()) {
            return read(response);
        } catch (IOException e) {
            throw failure(call.request(), e);
        }
    }

    private static Reply read(Response response) throws IOException {
        return new Reply(response.code(), response.headers(), response.body().bytes());
    }

    /** What a failed exchange means. */
    public static ProblemException failure(Request request, IOException e) {
        String where = request.url().host() + ":" + request.url().port();
        if (e instanceof InterruptedIOException) {
            return ProblemException.of(
                    ProblemCode.TIMEOUT, "No answer from " + where + " in time.", "Is it overloaded or stopped?");
        }
        return ProblemException.of(
                ProblemCode.UNREACHABLE,
                "Can't reach " + where + ": " + e.getMessage() + ".",
                "Is it running? rbee status tells.");
    }

    /** Closes idle connections. */
    @Override
    public void close() {
        base.connectionPool().evictAll();
    }
}
