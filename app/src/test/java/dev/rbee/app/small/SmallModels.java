package dev.rbee.app.small;

import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.models.FitRequest;
import dev.rbee.contract.models.GcReport;
import dev.rbee.contract.models.HubModel;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.PullModel;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The models of a {@link SmallQueen}: what is there and what could be is as the test says. */
public final class SmallModels {
    private final List<String> calls;
    private final Consumer<JobInfo> jobs;
    private final List<ModelEntry> entries = new CopyOnWriteArrayList<>();
    private final AtomicInteger pulls = new AtomicInteger();
    private volatile List<HubModel> hits = List.of();
    private volatile @Nullable Problem trouble;

    SmallModels(List<String> calls, Consumer<JobInfo> jobs) {
        this.calls = calls;
        this.jobs = jobs;
    }

    void routes(Routes routes) {
        routes.get("/v1/models/library", x -> x.json(200, Shelf.library()));
        routes.get("/v1/models/search", x -> {
            calls.add("search " + x.query("q").orElse("-"));
            check();
            x.json(200, hits);
        });
        routes.get("/v1/models/search/{owner}/{repo}", x -> {
            String repo = x.path("owner") + "/" + x.path("repo");
            calls.add("files of " + repo);
            x.json(200, Shelf.hub(repo, repo.startsWith("meta"), true));
        });
        routes.get("/v1/models/{id}/about", x -> {
            calls.add("about " + x.path("id"));
            check();
            x.json(200, Shelf.about(x.path("id")));
        });
        routes.post("/v1/models/fit", x -> {
            FitRequest asked = x.body(FitRequest.class);
            calls.add("fit " + asked.model() + " " + asked.ctx() + (asked.header() == null ? "" : " by its header"));
            x.json(200, Shelf.fit(asked));
        });
        routes.post("/v1/models/pull", x -> {
            PullModel asked = x.body(PullModel.class);
            calls.add("pull " + asked.model() + " to " + asked.hive());
            check();
            String id = "pull-" + pulls.incrementAndGet();
            jobs.accept(Shelf.pull(
                    id, Objects.requireNonNull(asked.model()), JobState.RUNNING, Shelf.half("downloading"), null));
            x.json(202, JobAccepted.of(id));
        });
        routes.post("/v1/models/gc", x -> x.json(200, gc(x.json().get("dry_run").asBoolean())));
        routes.delete("/v1/models/{id}", x -> {
            calls.add("delete " + x.path("id") + " on " + x.query("hive").orElse("all"));
            check();
            entries.removeIf(entry -> entry.id().equals(x.path("id"))
                    && x.query("hive").map(hive -> hive.equals(entry.hive())).orElse(true));
            x.noContent();
        });
        for (String verb : List.of("pause", "resume")) {
            routes.post("/v1/jobs/{id}/" + verb, x -> {
                calls.add(verb + " " + x.path("id"));
                x.noContent();
            });
        }
    }

    private GcReport gc(boolean dryRun) {
        calls.add(dryRun ? "look for leftovers" : "free leftovers");
        return new GcReport(
                dryRun,
                1_234_567_890L,
                List.of(new GcReport.Item(
                        "this-machine",
                        "/home/vince/.rbee/models/partial/qwen3.part",
                        1_234_567_890L,
                        "a download that nobody went on with for 30 days")));
    }

    private void check() {
        Problem now = trouble;
        if (now != null) {
            trouble = null;
            throw new ProblemException(now);
        }
    }

    /** The next question is answered with this problem. */
    public void trouble(Problem problem) {
        trouble = problem;
    }

    /** The hub's search finds these. */
    public void hits(List<HubModel> found) {
        hits = found;
    }

    /** This is there, too. */
    public void entry(ModelEntry entry) {
        entries.add(entry);
    }

    List<ModelEntry> all() {
        return new ArrayList<>(entries);
    }
}
