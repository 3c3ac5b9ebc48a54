package dev.rbee.worker.llamaserver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.worker.engine.Generation;
import dev.rbee.worker.engine.GenerationEvent;
import java.io.IOException;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One generation at the server, from the call to its last event. {@link #stop} may come from any thread, the rest is the run's own. */
final class ServerRun {
    private static final Logger LOG = LoggerFactory.getLogger(ServerRun.class);
    /** What a dead child leaves time for: its end is seen a little later than that of its connections. */
    private static final long DYING_MS = 2_000;

    private final Generation generation;
    private final Call call;
    private final Function<Integer, Reading> reading;
    private final ServerChild child;

    /** @param reading of a slot's number */
    ServerRun(Generation generation, Call call, Function<Integer, Reading> reading, ServerChild child) {
        this.generation = generation;
        this.call = call;
        this.reading = reading;
        this.child = child;
    }

    /** The server notices that its caller is gone and frees the slot. Does not block. */
    void stop() {
        call.cancel();
    }

    /** Runs it and says its last event; blocks. */
    void run(int slot) throws InterruptedException {
        if (generation.cancelled()) {
            generation.emitCancelled();
            return;
        }
        try (Response response = call.execute()) {
            if (response.code() != 200) {
                fail(ServerDoor.refusal(response.code(), response.body().bytes()));
                return;
            }
            read(new EventLines(response.body().source()), reading.apply(slot));
        } catch (IOException e) {
            if (generation.cancelled()) {
                generation.emitCancelled();
            } else if (!child.endedWithin(DYING_MS)) {
                // Of a dead child the caller learns by the end of this process.
                LOG.warn("request={} slot={} failed in the engine: {}", generation.id(), slot, e.toString());
                fail(ServerDoor.failed(String.valueOf(e.getMessage())));
            }
        }
    }

    private void read(EventLines lines, Reading events) throws IOException {
        for (JsonNode event = lines.next(); event != null; event = lines.next()) {
            if (event.has("error")) {
                JsonNode error = event.path("error");
                fail(ServerDoor.refusal(error.path("code").asInt(500), error));
                return;
            }
            if (events.take(event)) {
                lines.drain();
                return;
            }
        }
        if (!events.whole()) {
            throw new IOException("its answer ended without an end");
        }
        lines.drain();
    }

    private void fail(Problem problem) {
        generation.emit(new GenerationEvent.Failed(problem));
    }
}
