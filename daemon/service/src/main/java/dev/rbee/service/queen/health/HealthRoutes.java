package dev.rbee.service.queen.health;

import dev.rbee.contract.hives.ExpectGpu;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.queen.access.AuditTrail;
import dev.rbee.service.queen.hives.HiveWake;

/** {@code POST /v1/hives/{id}/wake} and {@code /expect}: the administrator's. */
public final class HealthRoutes {
    private final HiveWake wake;
    private final GpuWatch gpus;
    private final JobStore jobs;
    private final AuditTrail audit;

    /** Over those parts. */
    public HealthRoutes(HiveWake wake, GpuWatch gpus, JobStore jobs, AuditTrail audit) {
        this.wake = wake;
        this.gpus = gpus;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** Names the routes. */
    public void add(Routes routes) {
        routes.post("/v1/hives/{id}/wake", this::wake);
        routes.post("/v1/hives/{id}/expect", this::expect);
    }

    private void wake(Exchange x) {
        x.caller().requireAdmin();
        String id = x.path("id");
        JobInfo job = audit.of(x.caller(), "hive.wake", id, () -> {
            var _ = wake.packet(id); // known at once to be impossible
            return jobs.create("hive.wake", "wake " + id, context -> wake.wake(id, context));
        });
        x.json(202, JobAccepted.of(job.jobId()));
    }

    private void expect(Exchange x) {
        x.caller().requireAdmin();
        String id = x.path("id");
        Boolean gpu = x.body(ExpectGpu.class).gpu();
        HiveInfo hive = audit.of(x.caller(), "hive.expect", id, () -> gpus.expect(id, gpu));
        x.json(200, hive);
    }
}
