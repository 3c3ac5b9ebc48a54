package dev.rbee.service.hive;

import dev.rbee.client.Http;
import dev.rbee.http.Routes;
import dev.rbee.service.hive.capabilities.Machine;
import dev.rbee.service.hive.engines.EngineInstall;
import dev.rbee.service.hive.engines.EngineRoutes;
import dev.rbee.service.hive.engines.EngineShelf;
import dev.rbee.service.hive.engines.FetchedEngine;
import dev.rbee.service.hive.engines.SmokeTest;
import dev.rbee.service.hive.process.ChildEnvironment;
import dev.rbee.service.hive.process.JavaWorkerCommand;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.models.fetch.Fetcher;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;

/** The engines of a hive, wired. */
final class HiveEngines {
    private final HiveOptions options;
    private final HiveParts parts;
    private final EngineShelf shelf;

    HiveEngines(HiveOptions options, HiveParts parts, Machine machine) {
        this.options = options;
        this.parts = parts;
        this.shelf = new EngineShelf(
                options.home().path().resolve("engines"), options.engines(), machine.embedded(), parts.searchPath());
    }

    EngineShelf shelf() {
        return shelf;
    }

    /**
     * Names their routes.
     *
     * @param running programs that workers run now
     * @param changed is told after an engine came, went or was chosen
     */
    void on(Routes routes, Http http, Fetcher fetcher, JobStore jobs, Supplier<Set<Path>> running, Runnable changed) {
        SmokeTest test = new SmokeTest(
                http,
                options.installation().models().resolve("rbee-demo.gguf"),
                parts.ids(),
                new JavaWorkerCommand(options.installation(), options.workerFlags(), options.workerMain()),
                ChildEnvironment.forWorker(System.getenv()),
                options.home().path());
        EngineInstall install =
                new EngineInstall(shelf, new FetchedEngine(fetcher, parts.nanos()), test, parts.ids(), changed);
        new EngineRoutes(shelf, install, jobs, running, changed).on(routes);
    }
}
