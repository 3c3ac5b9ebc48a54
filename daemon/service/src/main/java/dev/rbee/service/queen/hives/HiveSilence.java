package dev.rbee.service.queen.hives;

import dev.rbee.contract.events.FleetProblem;
import dev.rbee.contract.hives.HiveState;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What silence makes of hives, by the queen's monotonic clock. Everybody gets a full term of grace after a start of the queen, after a
 * pause of its process, and when many that were lost at once come back. Guarded by the book's lock, but for {@link #held}.
 */
final class HiveSilence {
    private static final Logger LOG = LoggerFactory.getLogger(HiveSilence.class);
    private static final long PAUSE_NANOS = 10_000_000_000L;
    private static final String MASS_LOSS = "mass_loss";

    private final HiveBook book;
    private final HiveLimits limits;
    private final MassLoss mass;
    private long floor;
    private long lastTick;
    private volatile Set<String> held = Set.of();

    HiveSilence(HiveBook book, HiveLimits limits) {
        this.book = book;
        this.limits = limits;
        this.mass = new MassLoss(limits.together(), limits.hold());
        this.floor = book.now();
        this.lastTick = floor;
    }

    /** From where silence counts for hives that were not heard since. */
    long floor() {
        return floor;
    }

    /** Those lost at once with most others, which are not to be replaced for now. Any thread. */
    Set<String> held() {
        return held;
    }

    void tick() {
        long now = book.now();
        if (now - lastTick > PAUSE_NANOS) {
            floor = now; // this process was away, not they
        }
        lastTick = now;
        for (HiveEntry each : book.all()) {
            if (silence(each, now) > limits.suspect().toNanos()) {
                suspect(each);
            }
        }
        look(now);
        for (HiveEntry each : book.all()) {
            if (silence(each, now) > limits.offline().toNanos() && !held.contains(each.id())) {
                offline(each);
            }
        }
    }

    private long silence(HiveEntry hive, long now) {
        return now - Math.max(hive.seenNanos(), floor);
    }

    private void suspect(HiveEntry hive) {
        switch (hive.state()) {
            case ONLINE, DEGRADED -> book.put(hive.in(HiveState.SUSPECT, "missed a heartbeat", book.date()));
            case UNKNOWN, STARTING, SUSPECT, DRAINING, OFFLINE, STOPPED, ERROR -> {}
        }
    }

    private void offline(HiveEntry hive) {
        String why = "silent for more than " + limits.offline().toSeconds() + " s";
        switch (hive.state()) {
            case UNKNOWN, ONLINE, DEGRADED, SUSPECT, DRAINING -> book.put(hive.in(HiveState.OFFLINE, why, book.date()));
            case STARTING, OFFLINE, STOPPED, ERROR -> {}
        }
    }

    private void look(long now) {
        Set<String> lost = new TreeSet<>();
        int up = 0;
        for (HiveEntry each : book.all()) {
            switch (each.state()) {
                case SUSPECT -> lost.add(each.id());
                case ONLINE, DEGRADED, DRAINING -> up++;
                case UNKNOWN, STARTING, OFFLINE, STOPPED, ERROR -> {}
            }
        }
        MassLoss.Change change = mass.look(lost, up, now);
        held = mass.held();
        switch (change) {
            case NONE -> {}
            case BEGAN -> say(lost.size() + up);
            case HEALED -> {
                floor = now; // the others may well be on their way back
                end("enough are back");
            }
            case BELIEVED -> end("they are taken for lost");
        }
    }

    private void say(int all) {
        String who = String.join(", ", new TreeSet<>(held));
        LOG.warn("hives={} of={} lost at once, held", who, all);
        book.feed()
                .problem(new FleetProblem(
                        MASS_LOSS,
                        held.size() + " of " + all + " hives were lost at once (" + who
                                + "): most likely this machine is cut off from its network. Nothing is started in their place.",
                        "Look at this machine's network. This ends by itself when they are back; after "
                                + limits.hold().toMinutes() + " minutes they are taken for lost.",
                        book.date(),
                        null));
    }

    private void end(String why) {
        LOG.warn("hives are held no longer: {}", why);
        book.feed().problemGone(MASS_LOSS);
    }
}
