package dev.rbee.client;

import dev.rbee.contract.auth.Headers;
import dev.rbee.contract.inference.ChatRequest;
import dev.rbee.contract.inference.InferRequest;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One streamed answer, from the queen or straight from a worker: the call is the same. Runs on a virtual thread of its own; {@link #cancel} may come
 * from any thread and closes the connection at once, which frees the worker's slot.
 */
public final class ChatStream implements AutoCloseable {
    /** Longest silence. rbee's own servers ping every second; others may think for long. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final Call call;
    private final ChatListener listener;
    private final AnswerReader reader;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean cancelled;
    private final Thread thread;

    private ChatStream(Call call, ChatListener listener, AnswerReader reader) {
        this.call = call;
        this.listener = listener;
        this.reader = reader;
        this.thread = Thread.ofVirtual().name("rbee-chat").unstarted(this::run);
    }

    /**
     * OpenAI's chat. The request must have {@code stream} true, and {@code stream_options.include_usage} for usage.
     *
     * @param toWorker at the queen: go to this worker only
     */
    public static ChatStream chat(
            Remote remote, ChatRequest request, @Nullable String toWorker, ChatListener listener) {
        Request.Builder post = remote.postRequest("/v1/chat/completions", request);
        if (toWorker != null) {
            post.header(Headers.TO_WORKER, toWorker);
        }
        return start(remote, post, listener, new OpenAiReader(listener));
    }

    /** One answer to a prompt; {@code stream} must not be false. */
    public static ChatStream infer(Remote remote, InferRequest request, ChatListener listener) {
        return start(remote, remote.postRequest("/v1/infer", request), listener, new InferReader(listener));
    }

    private static ChatStream start(
            Remote remote, Request.Builder request, ChatListener listener, AnswerReader reader) {
        Call call = remote.http().stream(
                request.header("Accept", "text/event-stream").build(), SILENCE);
        ChatStream stream = new ChatStream(call, listener, reader);
        stream.thread.start();
        return stream;
    }

    private void run() {
        try {
            SseCall.read(call, new SseCall.Events() {
                @Override
                public void open(Response response) {
                    listener.started(new ChatListener.Head(
                            response.header(Headers.WORKER),
                            response.header(Headers.HIVE),
                            response.header(Headers.ROUTE),
                            response.header(Headers.QUEUE_MS)));
                }

                @Override
                public void event(@Nullable String id, @Nullable String type, String data) {
                    if (!cancelled) {
                        reader.read(data);
                    }
                }
            });
            end(reader.complete() ? null : lost());
        } catch (ProblemException e) {
            end(reader.complete() ? null : e.problem());
        } catch (RuntimeException e) {
            end(Problem.of(ProblemCode.WORKER_FAILED, "The answer can't be understood: " + e.getMessage() + ".", null));
        }
    }

    private void end(@Nullable Problem problem) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        if (cancelled) {
            listener.failed(Problem.of(ProblemCode.CANCELLED, "Cancelled.", null));
        } else if (problem != null) {
            listener.failed(problem);
        } else {
            listener.done();
        }
    }

    private static Problem lost() {
        return Problem.of(
                ProblemCode.WORKER_LOST, "The answer ended too early.", "Ask again; another worker will take it.");
    }

    /** Stops it; does not block. */
    public void cancel() {
        cancelled = true;
        call.cancel();
    }

    /** Same as {@link #cancel}. */
    @Override
    public void close() {
        cancel();
    }

    /** Waits for done or failed. */
    public void join() throws InterruptedException {
        thread.join();
    }
}
