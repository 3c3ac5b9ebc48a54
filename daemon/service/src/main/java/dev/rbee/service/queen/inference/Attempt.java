package dev.rbee.service.queen.inference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ErrorEnvelope;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.ClientGone;
import dev.rbee.service.queen.workers.Lease;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.function.LongSupplier;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One try of one request at one worker. Blocks until the worker's answer has gone to the caller or failed. */
final class Attempt {
    private static final int MOST_WHOLE = 64 * 1024 * 1024;

    private final Upstream upstream;
    private final Silence silence;
    private final Traffic traffic;
    private final LongSupplier nanos;

    Attempt(Upstream upstream, Silence silence, Traffic traffic, LongSupplier nanos) {
        this.upstream = upstream;
        this.silence = silence;
        this.traffic = traffic;
        this.nanos = nanos;
    }

    Outcome run(Question question, Lease lease, ClientSide client) {
        Relay relay = new Relay(question, client, traffic, nanos);
        Call call;
        try {
            call = upstream.ask(question, lease);
        } catch (IOException e) {
            return lost(lease, e, false, relay);
        }
        client.cancels(call::cancel);
        try (Silence.Watch watch = silence.watch(lease, call)) {
            try (Response response = call.execute()) {
                watch.alive();
                return answer(question, response, relay, client, watch, lease);
            } catch (ClientGone e) {
                call.cancel();
                return new Outcome.Left(relay.measured());
            } catch (IOException e) {
                return client.gone() ? new Outcome.Left(relay.measured()) : lost(lease, e, watch.stalled(), relay);
            }
        } finally {
            client.cancels(() -> {});
        }
    }

    /**
     * Whether the worker says now, on a new connection, that it is well; blocks for three seconds at most. Connections kept from
     * before are dropped: a worker that was started anew on its old port would break them one by one.
     */
    boolean isWell(Lease lease) {
        return upstream.isWell(lease);
    }

    private Outcome answer(
            Question question, Response response, Relay relay, ClientSide client, Silence.Watch watch, Lease lease)
            throws IOException {
        if (response.code() != 200) {
            return refused(response, client, lease);
        }
        String type = response.header("Content-Type", "application/json");
        if (question.stream() && type != null && type.startsWith("text/event-stream")) {
            relay.run(response.body().byteStream(), watch);
            if (relay.ending() == null) {
                throw new IOException("the stream ended without its end");
            }
            return new Outcome.Answered(
                    relay.measured(), relay.ending() == EventKind.ERROR ? ProblemCode.WORKER_FAILED.wire() : null);
        }
        byte[] body = whole(response);
        Measured measured = measured(body);
        if (client.begun()) {
            return misbehaves(lease, "It answered with \"" + type + "\" instead of a stream.");
        }
        client.whole(200, type == null ? "application/json" : type, body);
        return new Outcome.Answered(measured, null);
    }

    private Measured measured(byte[] body) {
        long now = nanos.getAsLong();
        JsonNode usage = Usages.ofBody(body);
        Integer tokens = Usages.count(usage, "completion_tokens");
        traffic.tokens(tokens == null ? 0 : tokens);
        return new Measured(0, now, now, null, Usages.count(usage, "prompt_tokens"), tokens);
    }

    private static byte[] whole(Response response) throws IOException {
        byte[] body = response.body().byteStream().readNBytes(MOST_WHOLE + 1);
        if (body.length > MOST_WHOLE) {
            throw new IOException("its answer is larger than " + MOST_WHOLE + " bytes");
        }
        return body;
    }

    private Outcome refused(Response response, ClientSide client, Lease lease) throws IOException {
        int status = response.code();
        byte[] body = whole(response);
        Problem problem = problem(body);
        switch (status) {
            case 429, 503 -> {
                return new Outcome.Busy(problem == null ? "it answered " + status : problem.message());
            }
            case 401, 403, 421 -> {
                return misbehaves(
                        lease,
                        lease.attached()
                                ? "It does not take its key (" + status + ")."
                                : "It does not take the queen's key or is another worker (" + status + ").");
            }
            default -> {}
        }
        if (problem == null || status < 400) {
            return misbehaves(lease, "It answered " + status + ".");
        }
        if (client.begun()) {
            client.fail(problem);
        } else {
            client.whole(status, "application/json", body);
        }
        return new Outcome.Answered(Measured.NOTHING, problem.code().wire());
    }

    private static @Nullable Problem problem(byte[] body) {
        try {
            ErrorEnvelope envelope = Json.read(body, ErrorEnvelope.class);
            return envelope.error() == null || envelope.error().message() == null ? null : known(envelope);
        } catch (ProblemException e) {
            return null;
        }
    }

    private static Problem known(ErrorEnvelope envelope) {
        Problem said = envelope.problem();
        return said.code() != null
                ? said
                : new Problem(ProblemCode.WORKER_FAILED, said.message(), said.param(), said.hint(), said.details());
    }

    private static Outcome misbehaves(Lease lease, String how) {
        Problem problem = Problem.of(
                ProblemCode.WORKER_FAILED,
                "Worker " + lease.workerId() + " gave no usable answer. " + how,
                lease.attached()
                        ? "Look at the server at " + lease.url() + "; rbee endpoint list says how it stands."
                        : "Its log may say more: rbee worker logs " + lease.workerId() + ".");
        return new Outcome.Lost(problem, true, false, false, null, Measured.NOTHING);
    }

    private static Outcome lost(Lease lease, IOException e, boolean stalled, Relay relay) {
        String how = stalled
                ? "has stopped answering"
                : neverReached(e) ? "cannot be reached" : "ended while it worked on the answer";
        Measured measured = relay.measured();
        String so = relay.committed() ? " after " + measured.pieces() + " pieces of it" : "";
        Problem problem = Problem.of(
                        ProblemCode.WORKER_LOST,
                        "Worker " + lease.workerId() + " " + how + so + ".",
                        "Ask again; another worker, or the same one started anew, will answer.")
                .withDetails(String.valueOf(e.getMessage()));
        return new Outcome.Lost(problem, !neverReached(e), stalled, relay.committed(), relay.said(), measured);
    }

    private static boolean neverReached(IOException e) {
        return e instanceof ConnectException
                || e instanceof NoRouteToHostException
                || e instanceof UnknownHostException
                || (e instanceof SocketTimeoutException
                        && String.valueOf(e.getMessage())
                                .toLowerCase(Locale.ROOT)
                                .contains("connect"));
    }
}
