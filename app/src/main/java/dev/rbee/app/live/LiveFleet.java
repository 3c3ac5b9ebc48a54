package dev.rbee.app.live;

import dev.rbee.app.remote.Discovery;
import dev.rbee.client.EventStream;
import dev.rbee.client.QueenClient;
import dev.rbee.client.Remote;
import dev.rbee.contract.events.FleetEvent;
import dev.rbee.contract.events.FleetSnapshot;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the mirror fresh: from the queen's events while she is there, from the registry while she is not. Thread-safe;
 * nothing here waits for the network on the caller's thread.
 */
public final class LiveFleet implements AutoCloseable {
    private static final long LOOK_EVERY_S = 3;

    private final Mirror mirror;
    private final Runnable changed;
    private final Discovery discovery;
    private final ScheduledExecutorService timer;
    private final InstantSource clock;
    private final RandomGenerator random;
    private @Nullable EventStream events;
    private @Nullable ScheduledFuture<?> looking;
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

    /** Says what is being done until there is a queen. */
    public synchronized void starting(String doing) {
        letGo();
        tell(new Link.Starting(doing));
    }

    /** Follows this queen from now on, also through breaks. */
    public synchronized void attach(Remote queen) {
        letGo();
        long mine = ++attachment;
        events = EventStream.open(queen, QueenClient.EVENTS, new Ear(mine, queen.base()), random);
    }

    /** There is no queen: she was stopped here, or could not be started. */
    public synchronized void away(Problem why, boolean stopped) {
        letGo();
        awaySince(clock.instant(), why, stopped);
    }

    private void letGo() {
        attachment++;
        if (events != null) {
            events.close();
            events = null;
        }
        stopLooking();
    }

    private void awaySince(Instant since, Problem why, boolean stopped) {
        tell(new Link.Away(since, null, why, stopped));
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
                        if (!away) {
                            away = true;
                            awaySince(clock.instant(), why == null ? ended() : why, false);
                        }
                    }
                    case CONNECTING, CLOSED -> {}
                }
            }
        }

        private Problem ended() {
            return Problem.of(ProblemCode.UNREACHABLE, "The queen at " + url + " ended the connection.", null);
        }
    }
}
