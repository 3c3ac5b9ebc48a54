package dev.rbee.service.hive;

import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.models.DeletedModel;
import dev.rbee.contract.models.DownloadModel;
import dev.rbee.contract.models.GcModels;
import dev.rbee.contract.models.ImportModel;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.service.hive.process.Supervisor;
import dev.rbee.service.models.ModelFile;
import dev.rbee.service.models.ModelStore;
import dev.rbee.service.models.download.Downloads;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

/** {@code /v1/models} of a hive. */
final class ModelRoutes {
    private static final int STALE_DAYS = 7;

    private final ModelStore models;
    private final Downloads downloads;
    private final Supervisor supervisor;
    private final String hiveId;
    private final Runnable changed;

    /** {@code changed} is told after a model came or went; it must not block. */
    ModelRoutes(HiveStore store, Supervisor supervisor, String hiveId, Runnable changed) {
        this.changed = changed;
        this.models = store.models();
        this.downloads = store.downloads();
        this.supervisor = supervisor;
        this.hiveId = hiveId;
    }

    void on(Routes routes) {
        routes.get("/v1/models", this::list)
                .post("/v1/models/import", this::add)
                .post("/v1/models/download", this::download)
                .post("/v1/models/gc", this::collect)
                .delete("/v1/models/{id}", this::delete)
                .get(
                        "/v1/models/{id}/header",
                        x -> x.json(200, models.info(models.find(x.path("id"))).header()))
                .get("/v1/models/{id}/about", this::about)
                .get("/v1/models/{id}/files", x -> x.json(200, models.files(x.path("id"))))
                .get("/v1/models/{sha256}/file", this::file);
    }

    private void list(Exchange x) {
        if (x.query("rescan").orElse("false").equals("true")) {
            models.rescan();
        }
        x.json(200, models.list().stream().map(entry -> entry.on(hiveId)).toList());
    }

    private void about(Exchange x) {
        ModelFile file = models.find(x.path("id"));
        x.json(200, AboutModel.of(file.id(), hiveId, models.info(file)));
    }

    private void add(Exchange x) {
        ModelEntry added = models.add(x.body(ImportModel.class)).on(hiveId);
        changed.run();
        x.json(200, added);
    }

    private void download(Exchange x) {
        x.json(202, JobAccepted.of(downloads.start(x.body(DownloadModel.class)).jobId()));
    }

    private void collect(Exchange x) {
        GcModels wanted = x.body(GcModels.class);
        int days = Objects.requireNonNullElse(wanted.days(), STALE_DAYS);
        if (days < 0 || days > 10_000) {
            throw new ProblemException(Problem.field(
                    "days", "\"days\" is outside of 0 to 10000.", "Leave it out for " + STALE_DAYS + "."));
        }
        boolean dryRun = Boolean.TRUE.equals(wanted.dryRun());
        x.json(200, models.collect(hiveId, Duration.ofDays(days), dryRun));
        if (!dryRun) {
            changed.run();
        }
    }

    private void delete(Exchange x) {
        boolean dryRun = x.query("dry_run").orElse("false").equals("true");
        DeletedModel deleted = models.delete(x.path("id"), supervisor.modelsInUse(), dryRun);
        if (!dryRun) {
            changed.run();
        }
        x.json(200, deleted.on(hiveId));
    }

    private void file(Exchange x) throws IOException {
        String sha256 = x.path("sha256");
        ModelFile.Stamp file = models.bySha256(sha256)
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.MODEL_NOT_FOUND,
                        "No model file here is known to have that SHA-256.",
                        "Hashes of new files take a while; GET /v1/models shows those that are known."));
        FileAnswer.send(x, file, sha256);
    }
}
