package dev.rbee.app.live;

import dev.rbee.app.remote.Discovery;
import dev.rbee.app.words.Words;
import dev.rbee.client.EventStream;
import dev.rbee.client.QueenClient;
import dev.rbee.client.Remote;
import dev.rbee.contract.events.FleetEvent;
import dev.rbee.contract.events.FleetSnapshot;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the mirror fresh: from the queen's events while she is there, from the registry while she is not. Thread-safe;
 * nothing here waits for the network on the caller's thread.
 */
public final class LiveFleet implements AutoCloseable {
    private static final Words WORDS = Words.of(LiveFleet.class);

    private static final long LOOK_EVERY_S = 3;
    /** Shorter waits are over before anybody has read how long they are. */
    private static final Duration COUNTED = Duration.ofMillis(1500);

    private final Mirror mirror;
    private final Runnable changed;
    private final Discovery discovery;
    private final ScheduledExecutorService timer;
    private final InstantSource clock;
    private final RandomGenerator random;
    private @Nullable EventStream events;
    private @Nullable ScheduledFuture<?> looking;
    private @Nullable Instant heard;
    private long attachment;

    /** {@code changed} is called, on any thread, whenever the mirror shows something else; {@code timer} may be shared. */
    public LiveFleet(
            Mirror mirror,
            Runnable changed,
            Discovery discovery,
            ScheduledExecutorService timer,
            InstantSource clock,
            RandomGenerator random) {
        this.mirror = mirror;
        this.changed = changed;
        this.discovery = discovery;
        this.timer = timer;
        this.clock = clock;
        this.random = random;
    }

    /** Forgets all that is known, since another queen is meant from now on, and says what is being done until there is one. */
    public synchronized void anew(String doing) {
        letGo();
        heard = null;
        mirror.clear();
        tell(new Link.Starting(doing));
    }

    /** Says what is being done until there is a queen. */
    public synchronized void starting(String doing) {
        letGo();
        tell(new Link.Starting(doing));
    }

    /** Follows this queen from now on, also through breaks; between two tries it waits for {@code longest} at most. */
    public synchronized void attach(Remote queen, Duration longest) {
        letGo();
        long mine = ++attachment;
        events = EventStream.open(queen, QueenClient.EVENTS, new Ear(mine, queen.base()), random, longest);
    }

    /** Follows a queen that shows no more than her models: asks for these every few seconds. */
    public synchronized void attach(String url, Supplier<List<WorkerInfo>> models) {
        letGo();
        long mine = ++attachment;
        looking = timer.scheduleWithFixedDelay(() -> ask(mine, url, models), 0, LOOK_EVERY_S, TimeUnit.SECONDS);
    }

    /** Tries now where it waits to; false where nothing is being tried. */
    public synchronized boolean hurry() {
        if (events == null) {
            return false;
        }
        events.hurry();
        return true;
    }

    /** There is no queen: she was stopped here, or could not be started. */
    public synchronized void away(Problem why, boolean stopped) {
        away(why, stopped, null);
    }

    /** The same where somebody tries again at that time. */
    public synchronized void away(Problem why, boolean stopped, @Nullable Instant nextTry) {
        letGo();
        awaySince(nextTry, why, stopped);
    }

    private void letGo() {
        attachment++;
        if (events != null) {
            events.close();
            events = null;
        }
        stopLooking();
    }

    /** When she was heard last, or when she was first waited for in vain. */
    private Instant lastHeard() {
        Instant last = heard == null ? clock.instant() : heard;
        heard = last;
        return last;
    }

    private void awaySince(@Nullable Instant nextTry, Problem why, boolean stopped) {
        tell(new Link.Away(lastHeard(), nextTry, why, stopped));
        if (looking == null) {
            looking = timer.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_S, TimeUnit.SECONDS);
        }
    }

    private void stopLooking() {
        if (looking != null) {
            looking.cancel(false);
            looking = null;
        }
    }

    private void look() {
        try {
            Discovery.Found found = discovery.look();
            synchronized (this) {
                if (looking != null) {
                    mirror.registry(found.hives(), found.workers());
                    changed.run();
                }
            }
        } catch (ProblemException e) {
            changed.run();
        }
    }

    private void ask(long mine, String url, Supplier<List<WorkerInfo>> models) {
        try {
            List<WorkerInfo> now = models.get();
            synchronized (this) {
                if (mine == attachment) {
                    heard = clock.instant();
                    mirror.registry(List.of(), now);
                    tell(new Link.Connected(url));
                }
            }
        } catch (ProblemException e) {
            synchronized (this) {
                if (mine == attachment) {
                    tell(new Link.Away(lastHeard(), clock.instant().plusSeconds(LOOK_EVERY_S), e.problem(), false));
                }
            }
        }
    }

    private void tell(Link link) {
        mirror.link(link);
        changed.run();
    }

    /** Stops following; the last picture stays. */
    @Override
    public synchronized void close() {
        letGo();
    }

    private final class Ear implements EventStream.Listener {
        private final long mine;
        private final String url;
        private boolean away;
        private @Nullable Problem last;

        Ear(long mine, String url) {
            this.mine = mine;
            this.url = url;
        }

        @Override
        public void event(@Nullable String id, String type, String data) {
            synchronized (LiveFleet.this) {
                if (mine != attachment) {
                    return;
                }
                heard = clock.instant();
                if (type.equals("snapshot")) {
                    mirror.reset(Json.read(data, FleetSnapshot.class));
                } else {
                    mirror.apply(Json.read(data, FleetEvent.class));
                }
                changed.run();
            }
        }

        @Override
        public void state(EventStream.State state, @Nullable Problem why) {
            synchronized (LiveFleet.this) {
                if (mine != attachment) {
                    return;
                }
                switch (state) {
                    case CONNECTED -> {
                        away = false;
                        stopLooking();
                        tell(new Link.Connected(url));
                    }
                    case AWAY -> {
                        last = why == null ? ended() : why;
                        if (!away) {
                            away = true;
                            awaySince(null, last, false);
                        }
                    }
                    case CONNECTING, CLOSED -> {}
                }
            }
        }

        @Override
        public void waits(Duration time) {
            synchronized (LiveFleet.this) {
                Problem why = last;
                if (mine == attachment && away && why != null) {
                    boolean worthCounting = time.compareTo(COUNTED) >= 0;
                    tell(new Link.Away(
                            lastHeard(), worthCounting ? clock.instant().plus(time) : null, why, false));
                }
            }
        }

        private Problem ended() {
            return Problem.of(ProblemCode.UNREACHABLE, WORDS.get("the.queen.at.ended.the", url), null);
        }
    }
}
