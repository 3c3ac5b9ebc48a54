package dev.rbee.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Exchange} over Helidon's request and response. */
final class RequestExchange implements Exchange {
    private final ServerRequest request;
    private final ServerResponse response;
    private final Link link;
    private final Streams streams;
    private final Disconnect disconnect = new Disconnect();
    private final String method;
    private final String path;
    private final Caller caller;
    private final Map<String, String> names;
    private final int largest;
    private byte @Nullable [] body;
    private boolean answered;
    private boolean streaming;
    private @Nullable SseStream sse;

    RequestExchange(
            ServerRequest request,
            ServerResponse response,
            Link link,
            Streams streams,
            String path,
            Caller caller,
            Map<String, String> names,
            int largest) {
        this.request = request;
        this.response = response;
        this.link = link;
        this.streams = streams;
        this.method = request.prologue().method().text();
        this.path = path;
        this.caller = caller;
        this.names = names;
        this.largest = largest;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String path(String name) {
        String value = names.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no {" + name + "}");
        }
        return value;
    }

    @Override
    public Optional<String> query(String name) {
        return new RequestQuery(request.prologue().query().rawValue()).first(name);
    }

    @Override
    public Optional<String> header(String name) {
        return request.headers().first(HeaderNames.create(name));
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public byte[] body() {
        byte[] known = body;
        if (known != null) {
            return known;
        }
        checkSize(request.headers().contentLength().orElse(0));
        byte[] read = request.content().hasEntity() ? readBody() : new byte[0];
        checkSize(read.length);
        body = read;
        return read;
    }

    private void checkSize(long bytes) {
        if (bytes > largest) {
            throw new ProblemException(TransportErrors.problem(Status.REQUEST_ENTITY_TOO_LARGE_413.code(), ""));
        }
    }

    /** What Helidon's parser of chunks throws is no defect of ours. */
    private byte[] readBody() {
        link.reader().bodyBegins();
        try {
            return request.content().inputStream().readAllBytes();
        } catch (RequestException | CloseConnectionException | DataReader.InsufficientDataAvailableException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw RequestException.builder()
                    .type(DirectHandler.EventType.BAD_REQUEST)
                    .status(Status.BAD_REQUEST_400)
                    .message("the body's framing is broken")
                    .cause(e)
                    .build();
        } finally {
            link.reader().bodyEnds();
        }
    }

    @Override
    public <T> T body(Class<T> type) {
        byte[] bytes = body();
        if (bytes.length == 0) {
            throw new ProblemException(
                    Problem.of(ProblemCode.INVALID_JSON, "The body is empty.", "Send a JSON object."));
        }
        return Json.read(bytes, type);
    }

    @Override
    public JsonNode json() {
        return body(JsonNode.class);
    }

    @Override
    public void responseHeader(String name, String value) {
        response.header(HeaderNames.create(name), value);
    }

    @Override
    public void json(int status, Object value) {
        send(status, Answer.JSON, Json.bytes(value));
    }

    @Override
    public void send(int status, String contentType, byte[] bytes) {
        answered = true;
        Answer.bytes(response, method.equals("HEAD"), status, contentType, bytes);
    }

    @Override
    public void noContent() {
        answered = true;
        response.status(Status.NO_CONTENT_204).send();
    }

    @Override
    public Sse sse() {
        responseHeader("X-Accel-Buffering", "no");
        SseStream opened = new SseStream(
                stream(200, "text/event-stream; charset=utf-8"), disconnect, streams.nanos(), streams::endless);
        sse = opened;
        watch();
        try {
            opened.open(streams.ping());
        } catch (ClientGone e) {
            opened.close();
        }
        return opened;
    }

    @Override
    public OutputStream stream(int status, String contentType) {
        answered = true;
        streaming = true;
        response.status(Status.create(status));
        response.header(HeaderNames.CONTENT_TYPE, contentType);
        if (!response.headers().contains(HeaderNames.CACHE_CONTROL)) {
            response.header(HeaderNames.CACHE_CONTROL, "no-store");
        }
        return new AnswerStream(response.outputStream(), disconnect);
    }

    @Override
    public boolean answered() {
        return answered;
    }

    @Override
    public void onDisconnect(Runnable action) {
        disconnect.add(action);
        watch();
    }

    private void watch() {
        body();
        link.reader().watch(disconnect::fire);
    }

    /** Part of the answer is out: an error can't be said any more, only shown by cutting the connection. */
    boolean streaming() {
        return streaming;
    }

    boolean clientGone() {
        return disconnect.gone();
    }

    /** Nothing of this request happens any more. */
    void finish() {
        disconnect.over();
        SseStream open = sse;
        if (open != null) {
            open.finish();
            streams.closed(open);
        }
    }
}
