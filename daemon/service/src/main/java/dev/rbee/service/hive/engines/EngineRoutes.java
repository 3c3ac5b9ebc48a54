package dev.rbee.service.hive.engines;

import dev.rbee.contract.hives.InstallEngine;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.service.jobs.JobStore;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;

/** {@code /v1/engines} of a hive. */
public final class EngineRoutes {
    private final EngineShelf shelf;
    private final EngineInstall install;
    private final JobStore jobs;
    private final Supplier<Set<Path>> running;
    private final Runnable changed;

    /**
     * Over that shelf.
     *
     * @param running programs that workers run now
     * @param changed is told after an engine came, went or was chosen; must not block
     */
    public EngineRoutes(
            EngineShelf shelf, EngineInstall install, JobStore jobs, Supplier<Set<Path>> running, Runnable changed) {
        this.shelf = shelf;
        this.install = install;
        this.jobs = jobs;
        this.running = running;
        this.changed = changed;
    }

    /** Names the routes. */
    public void on(Routes routes) {
        routes.get("/v1/engines", x -> x.json(200, shelf.list()))
                .post("/v1/engines/install", this::install)
                .post("/v1/engines/{version}/use", this::use)
                .delete("/v1/engines/{version}", this::remove);
    }

    private void install(Exchange x) {
        EngineInstall.Wanted wanted = install.check(x.body(InstallEngine.class));
        String title = "install llama-server" + (wanted.version() == null ? "" : " " + wanted.version());
        x.json(
                202,
                JobAccepted.of(jobs.create("engine", title, job -> install.install(wanted, job))
                        .jobId()));
    }

    private void use(Exchange x) {
        var used = shelf.use(x.path("version"));
        changed.run();
        x.json(200, used);
    }

    private void remove(Exchange x) {
        shelf.remove(x.path("version"), running.get());
        changed.run();
        x.noContent();
    }
}
