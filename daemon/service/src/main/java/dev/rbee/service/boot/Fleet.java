package dev.rbee.service.boot;

import dev.rbee.client.Http;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.RunFile;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registry, queen and this machine's hive, started in order and stopped in reverse under one deadline. The first two run in
 * this process, the hive is a child. Thread-safe; every method may block for seconds.
 */
public final class Fleet implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);
    private static final long LOOK_MS = 20;
    /** For running answers of workers whose queen is gone. */
    private static final Duration LAST = Duration.ofSeconds(2);

    private final FleetOptions options;
    private final String token;
    private final Http http = new Http();
    private final @Nullable RegistryPart registry;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable QueenPart queen;
    /** The last queen, which was stopped without its hive. */
    private @Nullable QueenPart stopped;

    private volatile boolean hurry;
    private boolean closed;

    private Fleet(FleetOptions options, String token) {
        this.options = options;
        this.token = token;
        this.registry = options.parts() == FleetOptions.Parts.QUEEN
                ? null
                : RegistryPart.start(
                        options.home(), options.settings().settings().registry(), token, options.say());
    }

    /**
     * Starts the parts and returns when registry and queen serve; the hive comes up meanwhile. Attaches to nothing: where a
     * queen of this home runs already, {@code already_running} names its address. Throws {@code port_taken} for a port that
     * was asked for by name.
     */
    public static Fleet start(FleetOptions options) {
        LocalQueen.find(options.home()).ifPresent(running -> {
            throw ProblemException.of(
                    ProblemCode.ALREADY_RUNNING,
                    "rbee is running already at " + running.url() + " (process " + running.pid() + ").",
                    "Use that one or stop it; another RBEE_HOME runs beside it.");
        });
        options.home().create();
        LOG.info("{}", options.settings().logLine());
        Fleet fleet = new Fleet(options, options.home().token(new SecureRandom()));
        boolean served = false;
        try {
            String url = fleet.startQueen();
            LOG.info(
                    "home={} queen={} registry={}",
                    options.home().path(),
                    url,
                    fleet.registryUrl().orElse("-"));
            served = true;
            return fleet;
        } finally {
            if (!served) {
                fleet.close();
            }
        }
    }

    /** Starts the queen again after {@link #stopQueen}; harmless while it runs. Returns its address. */
    public String startQueen() {
        lock.lock();
        try {
            if (closed) {
                throw ProblemException.of(ProblemCode.DRAINING, "rbee is being stopped.", null);
            }
            QueenPart running = queen;
            if (running == null) {
                running = QueenPart.start(options, token, http, registryUrl());
                queen = running;
                stopped = null;
            }
            return running.url();
        } finally {
            lock.unlock();
        }
    }

    /** Stops the queen alone; registry, hive and workers go on. */
    public void stopQueen() {
        lock.lock();
        try {
            QueenPart running = queen;
            if (running != null) {
                running.closeButHive();
                queen = null;
                stopped = running;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Address of the queen; the last one's while it is stopped. */
    public Optional<String> queenUrl() {
        return Optional.ofNullable(queen).map(QueenPart::url);
    }

    /** Address of the registry; empty where it runs elsewhere. */
    public Optional<String> registryUrl() {
        return Optional.ofNullable(registry).map(RegistryPart::url);
    }

    /** The installation's token. */
    public String token() {
        return token;
    }

    /** Waits until a hive is online; false when none is in that time. */
    public boolean awaitHive(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() - deadline < 0) {
            QueenPart running = queen;
            if (running != null && running.hiveOnline()) {
                return true;
            }
            Thread.sleep(LOOK_MS);
        }
        return false;
    }

    /** Makes a {@link #close} wait no longer for running answers. */
    public void hurry() {
        hurry = true;
        QueenPart running = queen;
        if (running != null) {
            running.hurry();
        }
    }

    /** Kills the hive's process without asking, which ends its workers too. For the moment before this process halts. */
    void kill() {
        options.home()
                .runFile("hive")
                .read()
                .map(RunFile.Content::pid)
                .flatMap(ProcessHandle::of)
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Drains, stops, kills, the hive too where {@link #stopQueen} has left it, within the queen's drain time and some seconds. Blocks for that long; harmless again. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            QueenPart running = queen;
            queen = null;
            if (running != null) {
                running.close();
            }
            QueenPart left = stopped;
            stopped = null;
            if (left != null) {
                left.endHive(hurry ? Duration.ZERO : LAST);
            }
            if (registry != null) {
                registry.close();
            }
            http.close();
        } finally {
            lock.unlock();
        }
    }
}
