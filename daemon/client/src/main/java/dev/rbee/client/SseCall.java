package dev.rbee.client;

import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;

/** Reads one event stream to its end on the calling thread. */
final class SseCall extends EventSourceListener {
    /** What is read. Called on the reading thread. */
    interface Events {
        /** The head is here, with status 200. */
        default void open(Response response) {}

        /** An event is here. */
        void event(@Nullable String id, @Nullable String type, String data);
    }

    private final Events events;
    private @Nullable Throwable failure;

    private SseCall(Events events) {
        this.events = events;
    }

    /**
     * Executes and reads; returns at a regular end. Throws the server's problem, {@code unreachable} for a broken stream, or what
     * the events' handler threw. {@link Call#cancel} from any thread ends it by {@code unreachable}.
     */
    static void read(Call call, Events events) {
        SseCall reading = new SseCall(events);
        try (Response response = call.execute()) {
            if (!response.isSuccessful()) {
                throw new ProblemException(
                        Reply.problem(response.code(), response.body().bytes()));
            }
            EventSources.processResponse(response, reading);
        } catch (IOException e) {
            throw Http.failure(call.request(), e);
        }
        Throwable failure = reading.failure;
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure != null) {
            throw Http.failure(
                    call.request(),
                    failure instanceof IOException e ? e : new IOException("the stream broke", failure));
        }
    }

    @Override
    public void onOpen(EventSource source, Response response) {
        events.open(response);
    }

    @Override
    public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
        events.event(id, type, data);
    }

    @Override
    public void onFailure(EventSource source, @Nullable Throwable thrown, @Nullable Response response) {
        failure = thrown == null ? new IOException("the stream broke") : thrown;
    }
}
