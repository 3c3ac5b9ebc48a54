package dev.rbee.service.hive;

import dev.rbee.contract.models.ImportModel;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.service.hive.process.Supervisor;
import dev.rbee.service.models.ModelFile;
import dev.rbee.service.models.ModelStore;
import java.io.IOException;

/** {@code /v1/models} of a hive. */
final class ModelRoutes {
    private final ModelStore models;
    private final Supervisor supervisor;
    private final String hiveId;
    private final Runnable changed;

    /** {@code changed} is told after a model came or went; it must not block. */
    ModelRoutes(ModelStore models, Supervisor supervisor, String hiveId, Runnable changed) {
        this.changed = changed;
        this.models = models;
        this.supervisor = supervisor;
        this.hiveId = hiveId;
    }

    void on(Routes routes) {
        routes.get(
                        "/v1/models",
                        x -> x.json(
                                200,
                                models.list().stream()
                                        .map(entry -> entry.on(hiveId))
                                        .toList()))
                .post("/v1/models/import", this::add)
                .delete("/v1/models/{id}", this::delete)
                .get("/v1/models/{sha256}/file", this::file);
    }

    private void add(Exchange x) {
        ModelEntry added = models.add(x.body(ImportModel.class)).on(hiveId);
        changed.run();
        x.json(200, added);
    }

    private void delete(Exchange x) {
        models.delete(x.path("id"), supervisor.modelsInUse());
        changed.run();
        x.noContent();
    }

    private void file(Exchange x) throws IOException {
        String sha256 = x.path("sha256");
        ModelFile file = models.bySha256(sha256)
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.MODEL_NOT_FOUND,
                        "No model file here is known to have that SHA-256.",
                        "Hashes of new files take a while; GET /v1/models shows those that are known."));
        FileAnswer.send(x, file.stamp(), sha256);
    }
}
