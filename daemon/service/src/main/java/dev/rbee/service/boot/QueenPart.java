package dev.rbee.service.boot;

import dev.rbee.client.Http;
import dev.rbee.service.home.RunFile;
import dev.rbee.service.queen.QueenOptions;
import dev.rbee.service.queen.QueenServer;
import dev.rbee.service.queen.QueenTime;
import dev.rbee.service.queen.hives.HiveControl;
import dev.rbee.service.queen.hives.HiveNews;
import dev.rbee.service.queen.links.Machines;
import dev.rbee.service.queen.localhive.LocalHive;
import dev.rbee.service.queen.localhive.LocalHiveParts;
import dev.rbee.service.settings.Settings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One start of the queen, with this machine's hive in its hands. */
final class QueenPart implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final QueenServer server;
    private final List<LeasedHive> hives;

    private QueenPart(QueenServer server, List<LeasedHive> hives) {
        this.server = server;
        this.hives = hives;
    }

    /** Starts it on the real clock; blocks until it serves. */
    static QueenPart start(FleetOptions options, String token, Http http, Optional<String> registry) {
        Settings settings = options.settings().settings();
        Settings.Queen queen = settings.queen();
        boolean local = options.parts() != FleetOptions.Parts.QUEEN
                && settings.localHive().enabled();
        List<LeasedHive> leased = new ArrayList<>();
        QueenServer server = QueenServer.start(
                new QueenOptions(
                        options.home(),
                        token,
                        queen.bind(),
                        queen.port(),
                        queen.portExplicit(),
                        Duration.ofSeconds(queen.drainS()),
                        Set.copyOf(queen.allowedHosts()),
                        Set.copyOf(queen.allowedOrigins()),
                        settings.queue().perModel(),
                        Duration.ofSeconds(settings.queue().waitS()),
                        () -> registries(options, registry),
                        news -> local ? lease(options, token, http, news, leased) : List.of(),
                        logs(options, local),
                        Machines.overSsh(
                                options.home(), options.installation(), settings.hives(), InstantSource.system()),
                        local,
                        options.say(),
                        options.stop(),
                        settings,
                        System.getenv(),
                        options.installation()),
                new QueenTime(InstantSource.system(), System::nanoTime, new SecureRandom()),
                http);
        return new QueenPart(server, leased);
    }

    private static List<HiveControl> lease(
            FleetOptions options, String token, Http http, HiveNews news, List<LeasedHive> leased) {
        String id = options.settings().settings().localHive().name();
        leased.add(new LeasedHive(new LocalHive(new LocalHiveParts(
                id,
                options.home(),
                options.installation(),
                token,
                http,
                System.getenv(),
                options.settings().asEnvironment(),
                LocalHiveParts.MAIN,
                options.parts() == FleetOptions.Parts.ALL_WITH_PARENT,
                PATIENCE,
                (state, why) -> news.state(id, state, why),
                System::nanoTime))));
        return List.copyOf(leased);
    }

    private static Map<String, Path> logs(FleetOptions options, boolean local) {
        return local
                ? Map.of(
                        options.settings().settings().localHive().name(),
                        options.home().logs().resolve("hive.log"))
                : Map.of();
    }

    private static List<String> registries(FleetOptions options, Optional<String> own) {
        Set<String> found = new LinkedHashSet<>();
        own.ifPresent(found::add);
        options.home().runFile("registry").read().map(RunFile.Content::url).ifPresent(found::add);
        int usual = options.settings().settings().registry().port();
        if (usual != 0) {
            found.add("http://127.0.0.1:" + usual);
        }
        return List.copyOf(found);
    }

    String url() {
        return server.url();
    }

    boolean hiveOnline() {
        return server.hives().list().stream().anyMatch(hive -> hive.online());
    }

    void hurry() {
        server.hurry();
    }

    /** Stops it and leaves the hive's process alone. */
    void closeButHive() {
        hives.forEach(LeasedHive::keep);
        server.close();
    }

    /** After {@link #closeButHive}: ends the hive's process, too; harmless where it has ended. Blocks for {@code grace} and some seconds at most. */
    void endHive(Duration grace) {
        try {
            for (LeasedHive each : hives) {
                each.end(grace);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
