package dev.rbee.service.boot;

import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.queen.hives.HiveControl;
import dev.rbee.service.queen.localhive.LocalHive;
import java.time.Duration;

/** This machine's hive in the hands of one queen; when only the queen stops, the hive is let go of instead of stopped. */
final class LeasedHive implements HiveControl {
    private final LocalHive hive;
    private volatile boolean kept;

    LeasedHive(LocalHive hive) {
        this.hive = hive;
    }

    /** From now on a stop leaves the process alone. */
    void keep() {
        kept = true;
    }

    /** Ends the process of one that was kept; returns when it is gone, at once where there is none. */
    void end(Duration grace) throws InterruptedException {
        hive.stop(grace);
    }

    @Override
    public String hiveId() {
        return hive.hiveId();
    }

    @Override
    public void start(JobContext job) throws InterruptedException {
        hive.start(job);
    }

    @Override
    public void stop(JobContext job, Duration grace) throws InterruptedException {
        if (kept) {
            hive.close();
        } else {
            hive.stop(job, grace);
        }
    }
}
