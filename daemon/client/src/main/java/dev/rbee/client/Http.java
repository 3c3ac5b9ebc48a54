package dev.rbee.client;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The one HTTP client of a program: HTTP/1.1 only, 2 s to connect, nothing is sent twice, no proxy, no redirects. Thread-safe; calls block, best on
 * virtual threads.
 */
public final class Http implements AutoCloseable {
    /** Longest silence a plain call bears. */
    public static final Duration QUICK = Duration.ofSeconds(10);
    /** Longest silence a call bears that computes before it answers. */
    public static final Duration SLOW = Duration.ofMinutes(10);

    private final ConnectionPool pool = new ConnectionPool(500, 45, TimeUnit.SECONDS);
    private final HttpClients plain = new HttpClients(pool, ConnectionSpec.CLEARTEXT);
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable HttpClients encrypted;

    /** Most programs never leave this machine or its tunnels, so what encrypts is made when it is needed first. */
    private HttpClients clients(Request request) {
        if (!request.isHttps()) {
            return plain;
        }
        HttpClients made = encrypted;
        if (made == null) {
            lock.lock();
            try {
                made = encrypted;
                if (made == null) {
                    made = new HttpClients(pool, ConnectionSpec.MODERN_TLS);
                    encrypted = made;
                }
            } finally {
                lock.unlock();
            }
        }
        return made;
    }

    /**
     * The whole answer, whatever its status. Throws {@code unreachable} or {@code timeout}. A GET that met a kept connection just as its server
     * ended is sent once more; nothing else is.
     */
    public Reply call(Request request) {
        try (Response response = clients(request).quick.newCall(request).execute()) {
            return read(response);
        } catch (IOException e) {
            boolean stale = !(e instanceof ConnectException) && !(e instanceof InterruptedIOException);
            if (stale && request.method().equals("GET")) {
                return whole(clients(request).quick.newCall(request));
            }
            throw failure(request, e);
        }
    }

    /** The same for calls that think for long. */
    public Reply callSlow(Request request) {
        return whole(clients(request).slow.newCall(request));
    }

    /** The same within a total time, a goodbye for instance. */
    public Reply callWithin(Request request, Duration atMost) {
        return whole(
                clients(request).base.newBuilder().callTimeout(atMost).build().newCall(request));
    }

    /** A call whose body is read piece by piece, with that much silence at most. The caller executes, closes and cancels it. */
    public Call stream(Request request, Duration silence) {
        return clients(request).base.newBuilder().readTimeout(silence).build().newCall(request);
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
                "Can't reach " + where + ": " + why(e) + ".",
                "Is it running? rbee status tells.");
    }

    /** What the system says of it, without the address once more. */
    private static String why(IOException e) {
        Throwable first = e;
        while (first.getCause() instanceof IOException cause) {
            first = cause;
        }
        String said = String.valueOf(first.getMessage());
        return said.startsWith("Connection refused") ? "connection refused" : said;
    }

    /** Closes idle connections. */
    @Override
    public void close() {
        pool.evictAll();
    }
}
