package dev.rbee.service.queen.links;

import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.queen.hives.HiveControl;
import java.time.Duration;

/** Starts and stops the hive of a machine that is reached over SSH. */
record RemoteHive(String hiveId, NodeLink link) implements HiveControl {
    @Override
    public void start(JobContext job) throws InterruptedException {
        link.up(job);
    }

    @Override
    public void stop(JobContext job, Duration grace) throws InterruptedException {
        link.stop(job, grace);
    }

    @Override
    public void upgrade(JobContext job) throws InterruptedException {
        link.upgrade(job);
    }
}
