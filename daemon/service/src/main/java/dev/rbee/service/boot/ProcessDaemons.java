package dev.rbee.service.boot;

import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.cli.Daemons;
import dev.rbee.service.hive.HiveOptions;
import dev.rbee.service.hive.HiveServer;
import dev.rbee.service.hive.boot.HiveMain;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.settings.EffectiveSettings;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The daemons in this process or below it, with the real clock and the real signals. */
final class ProcessDaemons implements Daemons {
    /** As shells count an end by Ctrl-C. */
    private static final int INTERRUPTED = 130;
    /** A cold hive on a busy machine. */
    private static final Duration HIVE = Duration.ofSeconds(30);

    private final Home home;
    private final Installation installation;
    private volatile boolean ending;

    ProcessDaemons(Home home, Installation installation) {
        this.home = home;
        this.installation = installation;
    }

    @Override
    public Optional<String> localQueen() {
        return LocalQueen.find(home).map(LocalQueen.Attached::url);
    }

    @Override
    public Started start(EffectiveSettings settings) {
        home.create();
        Logging.inside(home, settings.settings().log());
        Fleet fleet = Fleet.start(new FleetOptions(
                home, installation, settings, FleetOptions.Parts.ALL_WITH_PARENT, line -> {}, () -> {}));
        Runnable forget = atEnd(() -> {
            fleet.hurry();
            fleet.close();
        });
        boolean up = false;
        try {
            up = fleet.awaitHive(HIVE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!up) {
                forget.run();
                fleet.close();
            }
        }
        if (!up) {
            throw ProblemException.of(
                    ProblemCode.HIVE_OFFLINE,
                    "The hive of this machine did not come up.",
                    "Its log is " + home.logs().resolve("hive.log") + ".");
        }
        return new OwnFleet(fleet, forget);
    }

    private record OwnFleet(Fleet fleet, Runnable forget) implements Started {
        @Override
        public String queenUrl() {
            return fleet.queenUrl().orElseThrow();
        }

        @Override
        public void close() {
            fleet.hurry();
            fleet.close();
            forget.run();
        }
    }

    @Override
    public int run(Part part, EffectiveSettings settings, Consumer<String> ready) {
        home.create();
        switch (part) {
            case ALL -> fleet(FleetOptions.Parts.ALL, settings, ready);
            case QUEEN -> fleet(FleetOptions.Parts.QUEEN, settings, ready);
            case REGISTRY -> registry(settings, ready);
            case HIVE -> hive(settings, false, ready);
            case HIVE_WITH_PARENT -> hive(settings, true, ready);
        }
        return 0;
    }

    private void fleet(FleetOptions.Parts parts, EffectiveSettings settings, Consumer<String> ready) {
        Logging.daemon(home, settings.settings().log());
        AtomicReference<@Nullable Fleet> started = new AtomicReference<>();
        StopOrder stop = new StopOrder(() -> {
                    Fleet fleet = started.get();
                    if (fleet != null) {
                        fleet.kill();
                    }
                })
                .listen();
        FleetOptions options = new FleetOptions(home, installation, settings, parts, ProcessDaemons::say, stop::order);
        DaemonUpdates updates = DaemonUpdates.begin(home, settings.settings(), installation);
        try (updates;
                Fleet fleet = Fleet.start(options)) {
            started.set(fleet);
            ready.accept(fleet.queenUrl().orElseThrow());
            updates.started();
            stop.await();
        }
    }

    private void registry(EffectiveSettings settings, Consumer<String> ready) {
        Logging.daemon(home, settings.settings().log());
        StopOrder stop = new StopOrder(() -> {}).listen();
        String token = home.token(new SecureRandom());
        try (RegistryPart registry =
                RegistryPart.start(home, settings.settings().registry(), token, ProcessDaemons::say)) {
            ready.accept(registry.url());
            stop.await();
        }
    }

    private void hive(EffectiveSettings settings, boolean withParent, Consumer<String> ready) {
        boolean byHand = System.getProperty("rbee.child") == null; // a parent sets it
        if (!byHand) {
            Signals.leaveToParent();
        }
        String secret = home.existingToken();
        if (secret != null && Keys.isNodeKey(secret)) {
            Logging.linked(home, settings.settings().log());
        } else {
            Logging.child(settings.settings().log());
        }
        HiveOptions options = HiveOptions.of(home, installation, settings.settings());
        HiveServer hive = HiveMain.start(options);
        StopOrder stop = new StopOrder(() -> {});
        stop.listen(byHand ? new String[] {"TERM", "INT", "HUP"} : new String[] {"TERM"});
        if (withParent) {
            Parent.onEnd(stop::order);
        }
        Thread.ofPlatform().daemon().name("hive-end").start(() -> {
            hive.awaitEnd();
            stop.order();
        });
        ready.accept(hive.url());
        stop.await();
        hive.stop(withParent && Parent.gone() ? Duration.ZERO : options.drain());
    }

    @Override
    public int worker(LoneWorker worker, EffectiveSettings settings, Consumer<String> ready) {
        home.create();
        StopOrder stop = new StopOrder(() -> {}).listen();
        return new LoneWorkerProcess(home, installation, settings.settings()).run(worker, stop, ready);
    }

    private static void say(String line) {
        System.err.println("rbee: " + line);
    }

    @Override
    public Runnable onInterrupt(BooleanSupplier handler) {
        Signals.on(
                name -> {
                    if (!handler.getAsBoolean()) {
                        System.exit(INTERRUPTED);
                    }
                },
                "INT");
        return () -> Signals.on(name -> System.exit(INTERRUPTED), "INT");
    }

    @Override
    public boolean ending() {
        return ending;
    }

    @Override
    public Runnable atEnd(Runnable last) {
        Thread hook = new Thread(
                () -> {
                    ending = true;
                    last.run();
                },
                "rbee-last");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // it runs already
            }
        };
    }
}
