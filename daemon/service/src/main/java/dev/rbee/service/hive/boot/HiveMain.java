package dev.rbee.service.hive.boot;

import dev.rbee.service.hive.HiveOptions;
import dev.rbee.service.hive.HiveParts;
import dev.rbee.service.hive.HiveServer;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a hive as a process of its own: on the real clock, until it is told to end. */
public final class HiveMain {
    private static final Logger LOG = LoggerFactory.getLogger(HiveMain.class);

    private HiveMain() {}

    /**
     * Starts the hive, prints {@code ready <url>} to {@code out} and blocks until it has stopped: by
     * {@code POST /v1/shutdown}, SIGTERM, or, where the options say so, the end of stdin. Returns the exit code. Throws
     * {@link dev.rbee.contract.problem.ProblemException} where it cannot start.
     */
    public static int run(HiveOptions options, PrintStream out) {
        HiveServer hive = start(options);
        Thread hook = new Thread(() -> hive.stop(options.drain()), "hive-sigterm");
        Runtime.getRuntime().addShutdownHook(hook);
        if (options.withParent()) {
            Thread.ofPlatform().daemon().name("hive-parent").start(() -> untilParentEnds(hive));
        }
        out.println("ready " + hive.url());
        out.flush();
        hive.awaitEnd();
        return 0;
    }

    /** Starts a hive on the real clock; returns when it serves. */
    public static HiveServer start(HiveOptions options) {
        SecureRandom random = new SecureRandom();
        InstantSource clock = InstantSource.system();
        HiveParts parts = new HiveParts(
                options.home().token(random),
                "hive-" + id(random),
                clock.instant(),
                clock,
                System::nanoTime,
                random,
                () -> id(random),
                System.getenv().getOrDefault("PATH", ""),
                System.getenv());
        if (System.getProperty("jna.tmpdir") == null) {
            // else it unpacks its library into a folder of its own in the user's, which stays
            System.setProperty("jna.tmpdir", options.home().tmp().toString());
        }
        return HiveServer.start(options, parts);
    }

    private static String id(SecureRandom random) {
        byte[] bytes = new byte[5];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).toLowerCase(Locale.ROOT);
    }

    private static void untilParentEnds(HiveServer hive) {
        try {
            while (System.in.read() >= 0) {
                LOG.trace("stdin is only watched for its end");
            }
        } catch (IOException e) {
            LOG.debug("stdin: {}", e.toString());
        }
        LOG.info("the process that started this hive is gone");
        hive.stop(Duration.ZERO);
    }
}
