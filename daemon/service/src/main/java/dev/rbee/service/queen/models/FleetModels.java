package dev.rbee.service.queen.models;

import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.models.PullModel;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.queen.access.AuditTrail;
import dev.rbee.service.queen.hives.HiveDoor;
import dev.rbee.service.queen.hives.HiveRegistry;
import dev.rbee.service.queen.inference.ModelArrivals;
import dev.rbee.service.queen.spawn.Provider;
import java.util.function.LongSupplier;

/** Everything by which models come to hives, wired, with its routes. Thread-safe. */
public final class FleetModels {
    private final Pulls pulls;
    private final AutoPull auto;
    private final GcRoute gc;
    private final AuditTrail audit;

    /**
     * Of these parts.
     *
     * @param autoPull {@code off}, {@code catalog} or {@code any}
     * @param nanos monotonic
     */
    public FleetModels(
            HiveRegistry hives,
            HiveDoor door,
            JobStore jobs,
            AuditTrail audit,
            ModelSource source,
            String autoPull,
            LongSupplier nanos) {
        PullParts parts = new PullParts(hives, door, jobs, source, new Claims(), nanos);
        this.audit = audit;
        this.pulls = new Pulls(parts);
        this.auto = new AutoPull(pulls, parts, AutoPull.Allowed.of(autoPull));
        this.gc = new GcRoute(hives, door, audit);
    }

    /** For requests. */
    public ModelArrivals arrivals() {
        return auto;
    }

    /** For spawns. */
    public Provider provider() {
        return auto;
    }

    /** Names the routes. */
    public void add(Routes routes) {
        routes.post("/v1/models/pull", this::pull).post("/v1/models/gc", gc::handle);
    }

    private void pull(Exchange x) {
        x.caller().requireAdmin();
        PullModel request = x.body(PullModel.class);
        x.json(
                202,
                JobAccepted.of(audit.of(x.caller(), "model.pull", request.model(), () -> pulls.pull(request))
                        .jobId()));
    }
}
