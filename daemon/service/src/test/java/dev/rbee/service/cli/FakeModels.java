package dev.rbee.service.cli;

import dev.rbee.contract.endpoints.AddEndpoint;
import dev.rbee.contract.endpoints.EndpointInfo;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.hives.InstallEngine;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.jobs.JobEvent;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.jobs.Transfer;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.models.FitAnswer;
import dev.rbee.contract.models.FitRequest;
import dev.rbee.contract.models.GcReport;
import dev.rbee.contract.models.HiveFit;
import dev.rbee.contract.models.HubModel;
import dev.rbee.contract.models.LibraryModel;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.PullModel;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.http.Sse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a queen says of models, engines and endpoints; every call that changes something is noted. */
final class FakeModels {
    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<ModelEntry> pulled = new CopyOnWriteArrayList<>();
    private final CountDownLatch slowStopped = new CountDownLatch(1);

    void routes(Routes routes) {
        routes.get("/v1/models/library", x -> x.json(200, library()))
                .get("/v1/models/search", this::search)
                .get("/v1/models/search/{owner}/{repo}", x -> x.json(200, repo(x)))
                .post("/v1/models/pull", this::pull)
                .post("/v1/models/fit", this::fit)
                .post("/v1/models/gc", this::gc)
                .get("/v1/jobs", x -> x.json(200, List.of(running(), JobInfoOf.other())))
                .delete("/v1/jobs/{id}", x -> {
                    if (x.path("id").equals("slow")) {
                        slowStopped.countDown();
                    }
                    note(x);
                })
                .post("/v1/jobs/{id}/pause", this::note)
                .post("/v1/jobs/{id}/resume", this::note)
                .get("/v1/hives/{id}/engines", x -> x.json(200, engines()))
                .post("/v1/hives/{id}/engines/install", this::install)
                .post("/v1/hives/{id}/engines/{version}/use", this::note)
                .delete("/v1/hives/{id}/engines/{version}", this::note)
                .get("/v1/endpoints", x -> x.json(200, List.of(endpoint(true))))
                .post("/v1/endpoints", this::attach)
                .delete("/v1/endpoints/{name}", this::note);
    }

    private void note(Exchange x) {
        calls.add(x.method() + " " + x.path());
        x.noContent();
    }

    private void search(Exchange x) {
        calls.add("search " + x.query("q").orElse("") + " " + x.query("limit").orElse("") + " "
                + x.query("sort").orElse("-"));
        x.json(
                200,
                List.of(new HubModel("owner/Small-GGUF", 1234L, 5L, "2026-03-02T10:00:00Z", true, "mit", null, null)));
    }

    private static HubModel repo(Exchange x) {
        String name = x.path("owner") + "/" + x.path("repo");
        return new HubModel(
                name,
                1234L,
                5L,
                null,
                true,
                "mit",
                null,
                List.of(new HubModel.HubFile("hf:" + name + ":Q4_K_M", "a.gguf", "Q4_K_M", 5_000_000_000L, null, 3)));
    }

    private void pull(Exchange x) {
        PullModel what = x.body(PullModel.class);
        calls.add("pull " + what.model() + " " + what.hive() + " " + what.name());
        String id = "hf:owner/gated".equals(what.model())
                ? "gated"
                : "hf:owner/slow".equals(what.model()) ? "slow" : "pull";
        x.json(202, JobAccepted.of(id));
    }

    /** The stream of such a job; true where it was one. */
    boolean stream(Exchange x) throws IOException, InterruptedException {
        String id = x.path("id");
        if (!List.of("pull", "gated", "slow", "engine").contains(id)) {
            return false;
        }
        try (Sse sse = x.sse()) {
            sse.event("1", "progress", new JobEvent("progress", id, 0.42, null, null, null, transfer("downloading")));
            if (id.equals("slow")) {
                var _ = slowStopped.await(1, TimeUnit.MINUTES);
            }
            switch (id) {
                case "gated" ->
                    fail(sse, id, Problem.of(ProblemCode.MODEL_GATED, "owner/gated is gated.", "Accept it there."));
                case "slow" -> fail(sse, id, Problem.of(ProblemCode.CANCELLED, "Cancelled.", null));
                case "engine" -> done(sse, id, engines().getFirst());
                default -> {
                    ModelEntry entry = entry();
                    pulled.add(entry);
                    done(sse, id, entry);
                }
            }
        }
        return true;
    }

    private static void done(Sse sse, String id, Object result) throws IOException {
        sse.event("2", "done", new JobEvent("done", id, 1.0, null, Json.MAPPER.valueToTree(result), null));
    }

    private static void fail(Sse sse, String id, Problem problem) throws IOException {
        sse.event("2", "error", new JobEvent("error", id, null, null, null, problem));
    }

    static Transfer transfer(String phase) {
        return new Transfer("Small-Q4_K_M.gguf", phase, 2_100_000_000L, 5_000_000_000L, 34_200_000, 85.0);
    }

    static ModelEntry entry() {
        return new ModelEntry(
                "Small-Q4_K_M",
                "Small-Q4_K_M.gguf",
                null,
                5_000_000_000L,
                "ab",
                "installed",
                "llama",
                "Q4_K_M",
                4096,
                null,
                false,
                true,
                null,
                "local",
                List.of("hf:owner/Small-GGUF:Q4_K_M", "small:1b"),
                "stored",
                true,
                null,
                null,
                null);
    }

    private void fit(Exchange x) {
        FitRequest what = x.body(FitRequest.class);
        calls.add("fit " + what.model() + " " + what.ctx() + " " + what.options()
                + (what.header() == null ? "" : " " + what.header().architecture() + " " + what.sizeBytes()));
        HiveFit fit = new HiveFit(
                "local",
                "too_large",
                "embedded",
                "cpu",
                false,
                5_000_000_000L,
                1_000_000_000L,
                1L,
                6_000_000_000L,
                2_600_000_000L,
                36,
                0,
                16384,
                12.5,
                null,
                true,
                "short by 3.4 GB at 32k; fits at 16k");
        x.json(
                200,
                new FitAnswer(
                        "Small", "hf:owner/Small", 5_000_000_000L, "llama", "Q4_K_M", 40960, 32768, 2, List.of(fit)));
    }

    private void gc(Exchange x) {
        boolean dry = x.body(com.fasterxml.jackson.databind.JsonNode.class)
                .path("dry_run")
                .asBoolean();
        calls.add("gc " + dry);
        x.json(
                200,
                new GcReport(
                        dry,
                        1_500_000_000L,
                        List.of(new GcReport.Item("local", "partial/x.part", 1_500_000_000L, "old"))));
    }

    private static JobInfo running() {
        return new JobInfo(
                "p7",
                "pull",
                "small:1b",
                JobState.RUNNING,
                FakeQueen.NOW.minusSeconds(60),
                null,
                0.42,
                null,
                null,
                null,
                transfer("paused"),
                true);
    }

    /** A job of another kind. */
    private static final class JobInfoOf {
        static JobInfo other() {
            return new JobInfo("s1", "spawn", "start demo", JobState.DONE, FakeQueen.NOW, null, null, null, null, null);
        }
    }

    private static List<EngineInfo> engines() {
        return List.of(new EngineInfo(
                "llama-server", "b10587", true, null, "/x", "installed", true, List.of("CUDA0: a card"), 420.0));
    }

    private void install(Exchange x) {
        InstallEngine what = x.body(InstallEngine.class);
        calls.add("install " + x.path("id") + " " + what.url() + " " + what.path() + " " + what.sha256());
        x.json(202, JobAccepted.of("engine"));
    }

    private void attach(Exchange x) {
        AddEndpoint what = x.body(AddEndpoint.class);
        calls.add("attach " + what + " key=" + what.key() + " slots=" + what.slots());
        x.json(200, endpoint(what.key() != null));
    }

    private static EndpointInfo endpoint(boolean key) {
        return new EndpointInfo(
                "box",
                "http://127.0.0.1:11434",
                "ollama",
                "offline",
                List.of("m1", "m2"),
                8,
                key,
                "no answer",
                FakeQueen.NOW);
    }

    private static List<LibraryModel> library() {
        return List.of(
                model("small", "Tiny and quick.", List.of("chat", "small"), 1_000_000_000L),
                model("large", "For images.", List.of("vision"), 90_000_000_000L));
    }

    private static LibraryModel model(String name, String description, List<String> goodAt, long bytes) {
        return new LibraryModel(
                name,
                name,
                "Somebody",
                description,
                goodAt,
                40960,
                "MIT",
                2026,
                List.of(new LibraryModel.Variant(
                        "1b", "owner/" + name, "Q4_K_M", 1_200_000_000L, 300_000_000L, bytes, List.of("embedded"))));
    }
}
