package dev.rbee.service.hive;

import dev.rbee.client.Announcer;
import dev.rbee.client.Credential;
import dev.rbee.client.HiveAnnouncer;
import dev.rbee.client.Http;
import dev.rbee.client.KnownComponents;
import dev.rbee.client.QueenFinder;
import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.HiveHeart;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.info.Version;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.registry.ComponentType;
import dev.rbee.contract.registry.RegisterRequest;
import dev.rbee.contract.workers.ProcessState;
import dev.rbee.http.Server;
import dev.rbee.service.hive.capabilities.Machine;
import dev.rbee.service.hive.process.Supervisor;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a hive says of itself to registry and queen, and the two announcers that keep saying it. */
final class HiveAnnouncements implements AutoCloseable {
    private final HiveOptions options;
    private final HiveParts parts;
    private final Machine machine;
    private final Supplier<Capabilities> capabilities;
    private final Supervisor supervisor;
    private final Supplier<HiveState> state;
    private final int port;
    private final Announcer registry;
    private final HiveAnnouncer queen;

    HiveAnnouncements(
            HiveOptions options,
            HiveParts parts,
            Http http,
            Addresses addresses,
            Machine machine,
            Supplier<Capabilities> capabilities,
            Supervisor supervisor,
            Supplier<HiveState> state,
            Server server,
            Consumer<Problem> superseded) {
        this.options = options;
        this.parts = parts;
        this.machine = machine;
        this.capabilities = capabilities;
        this.supervisor = supervisor;
        this.state = state;
        this.port = server.port();
        Credential credential = Credential.admin(parts.token());
        KnownComponents known = new KnownComponents(options.home().knownComponents());
        this.registry = new Announcer(
                        http,
                        () -> credential,
                        addresses::registries,
                        known,
                        this::entry,
                        parts.clock(),
                        parts.random())
                .announced(server::alsoAt)
                .start();
        QueenFinder finder = new QueenFinder(http, () -> credential, addresses::queen, addresses::registries, known);
        this.queen = new HiveAnnouncer(
                        finder, this::registration, this::heart, parts.clock(), parts.random(), superseded)
                .announced(server::alsoAt)
                .start();
    }

    private RegisterRequest entry() {
        return new RegisterRequest(
                ComponentType.HIVE, options.hiveId(), "127.0.0.1", port, Map.of("version", Version.CURRENT));
    }

    private RegisterHive registration() {
        return new RegisterHive(
                options.hiveId(),
                "127.0.0.1",
                port,
                mode(),
                Version.CURRENT,
                ProcessHandle.current().pid(),
                parts.startedAt().toEpochMilli(),
                capabilities.get());
    }

    private HiveHeart heart(long seq) {
        long running = supervisor.processes().stream()
                .filter(p -> p.state() == ProcessState.RUNNING)
                .count();
        return new HiveHeart(
                options.hiveId(),
                "127.0.0.1",
                port,
                state.get(),
                Version.CURRENT,
                ProcessHandle.current().pid(),
                mode(),
                machine.memory().freeBytes(),
                machine.cpuLoad(),
                Math.toIntExact(running),
                parts.startedAt().toEpochMilli(),
                seq);
    }

    private HiveMode mode() {
        return parts.linked() ? HiveMode.NETWORK : HiveMode.LOCAL;
    }

    /** Registers at both now, wherever they are now. */
    void again() {
        registry.again();
        queen.again();
    }

    /** Says the news now. */
    void changed() {
        queen.changed();
    }

    /** Its models are others now. */
    void modelsChanged() {
        queen.renewed();
    }

    @Nullable
    String queenUrl() {
        return queen.queenUrl();
    }

    @Nullable
    String registryUrl() {
        return registry.registryUrl();
    }

    /** Says goodbye to both; blocks for two seconds each at most. */
    @Override
    public void close() {
        queen.close();
        registry.close();
    }
}
