package dev.rbee.client;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An event stream that stays: after a break it waits 0.2 to 5 s and resumes with {@code Last-Event-ID}. Runs on a virtual thread of its
 * own, on which all callbacks come, one at a time. {@link #close} may come from any thread.
 */
public final class EventStream implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    /** rbee's servers ping every second; that much silence means that the way is broken. */
    private static final Duration SILENCE = Duration.ofSeconds(6);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** Where the stream stands. */
    public enum State {
        /** trying */
        CONNECTING,
        /** open */
        CONNECTED,
        /** broken, will be tried again */
        AWAY,
        /** closed, no callback follows */
        CLOSED
    }

    /** What comes in. Must not block long. */
    public interface Listener {
        /** An event; {@code type} is {@code message} where the server gave none. */
        void event(@Nullable String id, String type, String data);

        /** The state changed; with {@link State#AWAY} comes the reason. */
        default void state(State state, @Nullable Problem why) {}

        /** After a break it tries again in that time, unless {@link EventStream#hurry} comes first. */
        default void waits(Duration time) {}

        /** Asked after a regular end of the stream; false closes it instead of asking again. */
        default boolean again() {
            return true;
        }
    }

    private final Remote remote;
    private final String path;
    private final Listener listener;
    private final Backoff backoff;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Semaphore hurry = new Semaphore(0);
    private final Thread thread;
    private volatile @Nullable Call call;
    private @Nullable String lastId;

    private EventStream(Remote remote, String path, Listener listener, RandomGenerator random, Duration longest) {
        this.remote = remote;
        this.path = path;
        this.listener = listener;
        this.backoff = new Backoff(Duration.ofMillis(200), longest, random);
        this.thread = Thread.ofVirtual().name("rbee-events").unstarted(this::run);
    }

    /** Starts reading; returns at once. */
    public static EventStream open(Remote remote, String path, Listener listener, RandomGenerator random) {
        return open(remote, path, listener, random, LONGEST_WAIT);
    }

    /** The same with another longest wait between two tries, for a server that may be away for hours. */
    public static EventStream open(
            Remote remote, String path, Listener listener, RandomGenerator random, Duration longest) {
        EventStream stream = new EventStream(remote, path, listener, random, longest);
        stream.thread.start();
        return stream;
    }

    private void run() {
        try {
            while (closed.getCount() > 0 && once()) {
                long wait = backoff.next();
                hurry.drainPermits();
                if (closed.getCount() == 0) {
                    break;
                }
                listener.waits(Duration.ofMillis(wait));
                var _ = hurry.tryAcquire(wait, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            // nobody interrupts it but the end of the program
        }
        closed.countDown();
        listener.state(State.CLOSED, null);
    }

    /** One connection; false where it shall be the last. */
    private boolean once() {
        listener.state(State.CONNECTING, null);
        Problem why = null;
        try {
            SseCall.read(newCall(), new SseCall.Events() {
                @Override
                public void open(Response response) {
                    backoff.reset();
                    listener.state(State.CONNECTED, null);
                }

                @Override
                public void event(@Nullable String id, @Nullable String type, String data) {
                    if (closed.getCount() > 0) {
                        lastId = id == null ? lastId : id;
                        listener.event(id, type == null ? "message" : type, data);
                    }
                }
            });
            if (!listener.again()) {
                return false;
            }
        } catch (ProblemException e) {
            why = e.problem();
        } catch (RuntimeException e) {
            LOG.error("events={} broke in their listener", path, e);
        }
        if (closed.getCount() > 0) {
            listener.state(State.AWAY, why);
        }
        return true;
    }

    private Call newCall() {
        Request.Builder request = remote.request(path).header("Accept", "text/event-stream");
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        Call created = remote.http().stream(request.build(), SILENCE);
        call = created;
        if (closed.getCount() == 0) {
            created.cancel();
        }
        return created;
    }

    /** Tries again now where it waits to. */
    public void hurry() {
        hurry.release();
    }

    /** Ends it at once; does not block. The callback in progress may still end after it. */
    @Override
    public void close() {
        closed.countDown();
        hurry.release();
        Call open = call;
        if (open != null) {
            open.cancel();
        }
    }

    /** Waits until no callback can come any more. */
    public void join() throws InterruptedException {
        thread.join();
    }
}
