package dev.rbee.service.queen.inference;

import dev.rbee.contract.inference.InferEvent;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ErrorEnvelope;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.ClientGone;
import dev.rbee.http.Exchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The caller's end of one answer. Belongs to the request's thread; only the caller's leaving, and an administrator's word, come from
 * another one, wake the wait and cancel the call to the worker at once. How it stands may be read from any thread.
 */
final class ClientSide {
    private static final long QUIET_WAIT_NANOS = 3_000_000_000L;

    private final Exchange exchange;
    private final Question question;
    private @Nullable OutputStream out;
    private volatile boolean gone;
    private volatile @Nullable Problem stopped;
    private volatile int position;
    private volatile @Nullable String doing;
    private final AtomicInteger texts = new AtomicInteger();
    private volatile long firstNanos;
    private volatile Runnable wake = () -> {};
    private volatile Runnable cancel = () -> {};

    ClientSide(Exchange exchange, Question question) {
        this.exchange = exchange;
        this.question = question;
        exchange.onDisconnect(this::left);
    }

    private void left() {
        gone = true;
        wake.run();
        cancel.run();
    }

    /** What to do in the wait when the caller leaves. */
    void wakes(Runnable action) {
        wake = action;
        if (gone()) {
            action.run();
        }
    }

    /** What to do at the worker when the caller leaves. */
    void cancels(Runnable action) {
        cancel = action;
        if (gone()) {
            action.run();
        }
    }

    /** Ends it, from any thread: the caller hears {@code why}. */
    void stop(Problem why) {
        stopped = why;
        wake.run();
        cancel.run();
    }

    /** Why it was stopped; null where it was not. */
    @Nullable
    Problem stopped() {
        return stopped;
    }

    /** Nobody wants the answer any more: the caller left, or it was stopped. */
    boolean gone() {
        return gone || stopped != null;
    }

    void checkGone() throws ClientGone {
        if (gone()) {
            throw new ClientGone(gone ? "the caller left" : "it was stopped");
        }
    }

    /** Its place in the line when it was looked at last, 1 is next; 0: it never waited. */
    int position() {
        return position;
    }

    /** What is done before anybody can answer; null where nothing is. */
    @Nullable
    String doing() {
        return doing;
    }

    /** So many pieces of text have gone to the caller, at that monotonic time. */
    void texts(int count, long nanos) {
        firstNanos = firstNanos == 0 ? nanos : firstNanos;
        texts.addAndGet(count);
    }

    /** About the tokens that the caller has. */
    int texts() {
        return texts.get();
    }

    /** When the first one came, monotonic; 0: none came. */
    long firstNanos() {
        return firstNanos;
    }

    /** Tells a caller of a stream that it waits; not in the first seconds, so that the head can still name the worker. */
    void waiting(long waitedNanos, int place, double seconds, Optional<Spawner.Doing> now) throws ClientGone {
        position = place;
        doing = now.map(Spawner.Doing::words).orElse(null);
        boolean told = question.stream() && (waitedNanos > QUIET_WAIT_NANOS || out != null);
        if (told && now.isPresent()) {
            provisioning(now.get().words());
        } else if (told) {
            comment("waiting position=" + place + " expected_s=" + Math.max(1, Math.round(seconds)));
        }
    }

    /** Tells a caller of a stream what is being done before anybody can answer. */
    void provisioning(String words) throws ClientGone {
        doing = words;
        if (question.stream()) {
            comment("provisioning " + words.replaceAll("\\p{Cntrl}", " "));
        }
    }

    /** Headers of the answer; ignored once it began. */
    void header(String name, String value) {
        if (out == null) {
            exchange.responseHeader(name, value);
        }
    }

    boolean begun() {
        return out != null;
    }

    /** Answers as a whole. */
    void whole(int status, String contentType, byte[] body) {
        exchange.send(status, contentType, body);
    }

    void write(byte[] bytes, int from, int length) throws ClientGone {
        if (stopped != null) {
            throw new ClientGone("it was stopped");
        }
        send(bytes, from, length);
    }

    private void send(byte[] bytes, int from, int length) throws ClientGone {
        OutputStream stream = out;
        if (stream == null) {
            stream = exchange.stream(200, "text/event-stream; charset=utf-8");
            out = stream;
        }
        try {
            stream.write(bytes, from, length);
            stream.flush();
        } catch (ClientGone e) {
            gone = true;
            throw e;
        } catch (IOException e) {
            gone = true;
            throw new ClientGone(e);
        }
    }

    void comment(String text) throws ClientGone {
        byte[] bytes = (": " + text + "\n\n").getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }

    /** Ends the answer badly: with a status where nothing was sent yet, with an explicit error event after that. */
    void fail(Problem problem) throws ClientGone {
        if (out == null) {
            throw new ProblemException(problem);
        }
        String text = question.kind() == Kind.INFER
                ? "event: error\ndata: "
                        + Json.write(new InferEvent.Failed(problem.code().wire(), problem.message(), problem.hint()))
                : "data: " + Json.write(ErrorEnvelope.of(problem));
        byte[] bytes = (text + "\n\n").getBytes(StandardCharsets.UTF_8);
        send(bytes, 0, bytes.length);
    }
}
