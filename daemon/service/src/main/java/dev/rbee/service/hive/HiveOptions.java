package dev.rbee.service.hive;

import dev.rbee.service.hive.process.PortRange;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.settings.Settings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a hive is to run.
 *
 * @param hiveId its name in the fleet
 * @param port 0: any free one
 * @param portExplicit asked for by name, so another one will not do
 * @param workerPorts where its workers listen
 * @param ctx usual tokens per slot
 * @param slots usual answers at a time
 * @param threads usual threads of an engine; null: the worker's own choice
 * @param models where they are and how they come
 * @param engines which engine is preferred, and where it is
 * @param registryPort where the registry usually is on this machine, looked for there as well
 * @param queenPort the same for the queen
 * @param withParent end when stdin ends
 * @param drain how long running answers may go on at the end
 * @param workerFlags further java options of workers, the installation's own
 * @param workerMain main class of workers
 */
public record HiveOptions(
        Home home,
        Installation installation,
        String hiveId,
        String bind,
        int port,
        boolean portExplicit,
        PortRange workerPorts,
        int ctx,
        int slots,
        @Nullable Integer threads,
        ModelOptions models,
        Settings.Engines engines,
        int registryPort,
        int queenPort,
        boolean withParent,
        Duration drain,
        List<String> workerFlags,
        String workerMain) {

    /** As the settings say. */
    public static HiveOptions of(Home home, Installation installation, Settings settings) {
        Settings.LocalHive hive = settings.localHive();
        Settings.Worker worker = settings.worker();
        return new HiveOptions(
                home,
                installation,
                hive.name(),
                hive.bind(),
                hive.port(),
                hive.portExplicit(),
                new PortRange(worker.ports().first(), worker.ports().last()),
                worker.ctx(),
                worker.slots(),
                worker.threads() == 0 ? null : Integer.valueOf(worker.threads()),
                ModelOptions.of(home, settings.models()),
                settings.engines(),
                settings.registry().port(),
                settings.queen().port(),
                false,
                Duration.ofSeconds(settings.queen().drainS()),
                List.of(),
                dev.rbee.service.hive.process.JavaWorkerCommand.MAIN);
    }

    /** The same on that port, asked for by name. */
    public HiveOptions withPort(int newPort) {
        return new HiveOptions(
                home,
                installation,
                hiveId,
                bind,
                newPort,
                true,
                workerPorts,
                ctx,
                slots,
                threads,
                models,
                engines,
                registryPort,
                queenPort,
                withParent,
                drain,
                workerFlags,
                workerMain);
    }

    /** The same with workers on those ports. */
    public HiveOptions withWorkerPorts(PortRange ports) {
        return new HiveOptions(
                home,
                installation,
                hiveId,
                bind,
                port,
                portExplicit,
                ports,
                ctx,
                slots,
                threads,
                models,
                engines,
                registryPort,
                queenPort,
                withParent,
                drain,
                workerFlags,
                workerMain);
    }

    /** The same, ending with its stdin. */
    public HiveOptions withParent(boolean value) {
        return new HiveOptions(
                home,
                installation,
                hiveId,
                bind,
                port,
                portExplicit,
                workerPorts,
                ctx,
                slots,
                threads,
                models,
                engines,
                registryPort,
                queenPort,
                value,
                drain,
                workerFlags,
                workerMain);
    }

    /** The same with another program as worker, for tests. */
    public HiveOptions withWorker(List<String> flags, String main) {
        return new HiveOptions(
                home,
                installation,
                hiveId,
                bind,
                port,
                portExplicit,
                workerPorts,
                ctx,
                slots,
                threads,
                models,
                engines,
                registryPort,
                queenPort,
                withParent,
                drain,
                flags,
                main);
    }
}
