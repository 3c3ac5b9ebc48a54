package dev.rbee.service.queen.models;

import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.models.PullModel;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.models.fetch.FetchSetup;
import dev.rbee.service.models.fetch.Web;
import dev.rbee.service.models.hub.HubToken;
import dev.rbee.service.models.hub.References;
import dev.rbee.service.models.library.Libraries;
import dev.rbee.service.queen.QueenOptions;
import dev.rbee.service.queen.QueenTime;
import dev.rbee.service.queen.access.AuditTrail;
import dev.rbee.service.queen.hives.HiveDoor;
import dev.rbee.service.queen.hives.HiveRegistry;
import dev.rbee.service.queen.inference.ModelArrivals;
import dev.rbee.service.queen.spawn.Provider;

/** Everything by which models come to hives, wired, with its routes. Thread-safe. */
public final class FleetModels implements AutoCloseable {
    private final Web web;
    private final References references;
    private final Pulls pulls;
    private final AutoPull auto;
    private final GcRoute gc;
    private final AuditTrail audit;

    /** Of these parts. Throws {@code config_invalid} for a hub that is no address. */
    public FleetModels(
            HiveRegistry hives,
            HiveDoor door,
            JobStore jobs,
            AuditTrail audit,
            Libraries libraries,
            QueenOptions options,
            QueenTime time) {
        var settings = options.settings().models();
        this.audit = audit;
        this.web = new Web(FetchSetup.of(settings, options.environment(), time.nanos(), time.random()));
        this.references = new References(web, () -> HubToken.of(options.environment()), libraries::current);
        PullParts parts = new PullParts(hives, door, jobs, new Outside(references), new Claims(), time.nanos());
        this.pulls = new Pulls(parts);
        this.auto = new AutoPull(pulls, parts, AutoPull.Allowed.of(settings.autoPull()));
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

    /** What references mean, and the headers behind them. */
    public References references() {
        return references;
    }

    /** Names the routes. */
    public void add(Routes routes) {
        routes.post("/v1/models/pull", this::pull)
                .post("/v1/models/gc", gc::handle)
                .get("/v1/models/search", this::search)
                .get("/v1/models/search/{owner}/{repo}", this::repository);
    }

    private void pull(Exchange x) {
        x.caller().requireAdmin();
        PullModel request = x.body(PullModel.class);
        x.json(
                202,
                JobAccepted.of(audit.of(x.caller(), "model.pull", request.model(), () -> pulls.pull(request))
                        .jobId()));
    }

    private void search(Exchange x) {
        x.caller().requireAdmin();
        Integer limit = x.query("limit").map(FleetModels::number).orElse(null);
        x.json(
                200,
                references
                        .hub()
                        .search(x.query("q").orElse(""), limit, x.query("sort").orElse(null)));
    }

    private static Integer number(String text) {
        if (!text.matches("\\d{1,6}")) {
            throw new ProblemException(Problem.field("limit", "\"limit\" is no number.", "Send 1 to 100."));
        }
        return Integer.valueOf(text);
    }

    private void repository(Exchange x) {
        x.caller().requireAdmin();
        x.json(200, references.hub().repository(x.path("owner"), x.path("repo")));
    }

    @Override
    public void close() {
        web.close();
    }
}
