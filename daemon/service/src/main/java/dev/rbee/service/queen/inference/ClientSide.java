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
import org.jspecify.annotations.Nullable;

/**
 * The caller's end of one answer. Belongs to the request's thread; only the caller's leaving comes from another one, wakes the
 * wait and cancels the call to the worker at once.
 */
final class ClientSide {
    private static final long QUIET_WAIT_NANOS = 3_000_000_000L;

    private final Exchange exchange;
    private final Question question;
    private @Nullable OutputStream out;
    private volatile boolean gone;
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
        if (gone) {
            action.run();
        }
    }

    /** What to do at the worker when the caller leaves. */
    void cancels(Runnable action) {
        cancel = action;
        if (gone) {
            action.run();
        }
    }

    boolean gone() {
        return gone;
    }

    void checkGone() throws ClientGone {
        if (gone) {
            throw new ClientGone("the caller left");
        }
    }

    /** Tells a caller of a stream that it waits; not in the first seconds, so that the head can still name the worker. */
    void waiting(long waitedNanos, int position, double seconds, Optional<Spawner.Doing> doing) throws ClientGone {
        boolean told = question.stream() && (waitedNanos > QUIET_WAIT_NANOS || out != null);
        if (told && doing.isPresent()) {
            provisioning(doing.get().words());
        } else if (told) {
            comment("waiting position=" + position + " expected_s=" + Math.max(1, Math.round(seconds)));
        }
    }

    /** Tells a caller of a stream what is being done before anybody can answer. */
    void provisioning(String words) throws ClientGone {
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
        write(bytes, 0, bytes.length);
    }
}
