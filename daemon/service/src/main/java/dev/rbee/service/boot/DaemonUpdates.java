package dev.rbee.service.boot;

import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.settings.Settings;
import dev.rbee.service.update.DailyCheck;
import dev.rbee.service.update.Updates;
import dev.rbee.service.update.change.FirstStart;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** New versions of rbee beside a daemon: its first start is reported, the feed is asked daily, and what waits is installed at its end. */
final class DaemonUpdates implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DaemonUpdates.class);

    private final Updates updates;
    private final FirstStart first;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rbee-updates").factory());

    private DaemonUpdates(Updates updates, FirstStart first) {
        this.updates = updates;
        this.first = first;
    }

    /** Before anything else is started. */
    static DaemonUpdates begin(Home home, Settings settings, Installation installation) {
        FirstStart first = FirstStart.begin(home, "daemon");
        return new DaemonUpdates(
                Updates.of(home, settings, installation, System.getenv(), InstantSource.system()), first);
    }

    /** The daemon serves. */
    void started() {
        first.started();
        DailyCheck daily = new DailyCheck(() -> updates, InstantSource.system(), System::nanoTime, status -> {});
        var _ = timer.schedule(updates::settle, 10, TimeUnit.SECONDS);
        var _ = timer.scheduleWithFixedDelay(daily::tick, 60, 60, TimeUnit.SECONDS);
    }

    /** After everything else: what waits is installed as soon as this process is gone. */
    @Override
    public void close() {
        timer.shutdownNow();
        try {
            updates.installAfterwards(null);
        } catch (ProblemException e) {
            LOG.warn("the new version waits for another end: {}", e.problem().message());
        }
    }
}
