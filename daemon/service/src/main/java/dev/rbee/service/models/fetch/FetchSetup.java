package dev.rbee.service.models.fetch;

import dev.rbee.service.settings.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import okhttp3.Dns;

/**
 * How a fetcher works.
 *
 * @param rules from where files may come
 * @param environment for the proxy
 * @param names how names of hosts are looked up
 * @param connections of one fetch
 * @param throttle speed limit of everything from outside
 * @param space how much the disk can take
 * @param reserve bytes that stay free on it
 * @param attempts failures in a row, without progress, after which a fetch gives up
 * @param firstWait after the first of them; doubled with each, up to 20 s
 * @param silence of a source that counts as a failure
 * @param nanos monotonic clock
 */
public record FetchSetup(
        SourceRules rules,
        Map<String, String> environment,
        Dns names,
        int connections,
        Throttle throttle,
        FreeSpace space,
        long reserve,
        int attempts,
        Duration firstWait,
        Duration silence,
        LongSupplier nanos,
        RandomGenerator random) {
    /** What stays free on a disk, bytes. */
    public static final long RESERVE = 64 << 20;

    /** As the settings say. */
    public static FetchSetup of(
            Settings.Models models, Map<String, String> environment, LongSupplier nanos, RandomGenerator random) {
        long limit = models.maxMbS() * 1_000_000L;
        return new FetchSetup(
                SourceRules.of(models, environment),
                environment,
                Dns.SYSTEM,
                models.connections(),
                new Throttle(() -> limit, nanos),
                FreeSpace.ofDisk(),
                RESERVE,
                8,
                Duration.ofMillis(250),
                Duration.ofSeconds(30),
                nanos,
                random);
    }

    /** The same, giving up after so many failures. */
    FetchSetup patient(int times) {
        return new FetchSetup(
                rules,
                environment,
                names,
                connections,
                throttle,
                space,
                reserve,
                times,
                firstWait,
                silence,
                nanos,
                random);
    }

    /** The same with other rules. */
    public FetchSetup withRules(SourceRules other) {
        return new FetchSetup(
                other,
                environment,
                names,
                connections,
                throttle,
                space,
                reserve,
                attempts,
                firstWait,
                silence,
                nanos,
                random);
    }

    /** The same with that measure of space. */
    public FetchSetup withSpace(FreeSpace other) {
        return new FetchSetup(
                rules,
                environment,
                names,
                connections,
                throttle,
                other,
                reserve,
                attempts,
                firstWait,
                silence,
                nanos,
                random);
    }
}
