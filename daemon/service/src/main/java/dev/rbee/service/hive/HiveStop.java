package dev.rbee.service.hive;

import dev.rbee.service.hive.process.Supervisor;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends all workers of a hive within one deadline. */
final class HiveStop {
    private static final Logger LOG = LoggerFactory.getLogger(HiveStop.class);
    private static final Duration TO_KILL = Duration.ofSeconds(5);

    private HiveStop() {}

    static void workers(Supervisor supervisor, Duration drain) {
        try {
            int left = supervisor
                    .stopAll(drain)
                    .get(drain.plus(TO_KILL).toMillis(), TimeUnit.MILLISECONDS)
                    .size();
            LOG.debug("workers stopped, listed={}", left);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("workers did not end in time, killing them: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
