package dev.rbee.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.util.Optional;

/**
 * One request and its answer. Belongs to the virtual thread of its handler; only {@link #onDisconnect}'s action and the {@link Sse} are
 * touched by others.
 */
public interface Exchange {
    /** Upper case. */
    String method();

    /** Decoded, without query. */
    String path();

    /** The decoded segment that the route calls {@code {name}}. */
    String path(String name);

    /** The first value of a query parameter, decoded. */
    Optional<String> query(String name);

    /** A request header; the name's case does not matter. */
    Optional<String> header(String name);

    /** Who asks. */
    Caller caller();

    /** The whole body; blocks until it is here. Throws {@code body_too_large} and the like by itself. */
    byte[] body();

    /** The body as JSON of that type; an empty one is {@code invalid_json}. */
    <T> T body(Class<T> type);

    /** The body as a JSON tree; an empty one is {@code invalid_json}. */
    JsonNode json();

    /** Sets a header of the answer; before the answer only. */
    void responseHeader(String name, String value);

    /** Answers with JSON. */
    void json(int status, Object value);

    /** Answers with bytes. */
    void send(int status, String contentType, byte[] body);

    /** Answers 204. */
    void noContent();

    /** Answers with an event stream; the head goes out at once. */
    Sse sse();

    /** Answers with a stream of bytes; what is flushed goes out at once. Closing it is optional. Write failures are {@link ClientGone}. */
    OutputStream stream(int status, String contentType);

    /** True once anything of the answer was handed over. */
    boolean answered();

    /**
     * Runs the action once when the client leaves before the answer is complete: seen at once where it closes its side, at the next write
     * or ping otherwise. It runs on a thread of its own and must not block long. Call it after the body was read.
     */
    void onDisconnect(Runnable action);
}
