package dev.rbee.service.queen.hives;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.service.queen.access.AuditTrail;
import dev.rbee.service.queen.models.Aliases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /v1/models/catalog} (which hive has which file, as their capabilities say), {@code GET /v1/models/{id}/about} (what a file's
 * header says, read by a hive that has it) and {@code DELETE /v1/models/{id}}.
 */
public final class CatalogRoutes {
    private final HiveRegistry hives;
    private final HiveDoor door;
    private final AuditTrail audit;

    /** Of those hives. */
    public CatalogRoutes(HiveRegistry hives, HiveDoor door, AuditTrail audit) {
        this.hives = hives;
        this.door = door;
        this.audit = audit;
    }

    /** Names the routes. */
    public void add(Routes routes) {
        routes.get("/v1/models/catalog", x -> {
            x.caller().requireAdmin();
            x.json(200, catalog());
        });
        routes.get("/v1/models/{id}/about", this::about);
        routes.delete("/v1/models/{id}", this::delete);
    }

    private void about(Exchange x) {
        x.caller().requireAdmin();
        ModelEntry entry = where(x).stream()
                .min(Comparator.comparing(one -> !one.state().equals("installed")))
                .orElseThrow();
        x.json(200, door.of(hives.get(String.valueOf(entry.hive()))).about(entry.id()));
    }

    private List<ModelEntry> catalog() {
        List<ModelEntry> all = new ArrayList<>();
        for (HiveInfo hive : hives.list()) {
            if (hive.online() && hive.capabilities() != null) {
                hive.capabilities().models().forEach(entry -> all.add(entry.on(hive.id())));
            }
        }
        return all;
    }

    private void delete(Exchange x) {
        x.caller().requireAdmin();
        String id = x.path("id");
        List<ModelEntry> where = where(x);
        List<String> done = audit.of(x.caller(), "model.delete", id, () -> {
            for (ModelEntry entry : where) {
                String hive = String.valueOf(entry.hive());
                var client = door.of(hives.get(hive));
                client.deleteModel(entry.id());
                hives.capabilities(hive, client.capabilities());
            }
            return where.stream().map(entry -> String.valueOf(entry.hive())).toList();
        });
        x.json(200, Map.of("id", where.getFirst().id(), "hives", done));
    }

    /** Its files on the hives that are meant; never empty. */
    private List<ModelEntry> where(Exchange x) {
        String id = x.path("id");
        List<ModelEntry> where = catalog().stream()
                .filter(entry -> Aliases.means(entry, id))
                .filter(entry ->
                        x.query("hive").map(hive -> hive.equals(entry.hive())).orElse(true))
                .toList();
        if (where.isEmpty()) {
            throw ProblemException.of(
                    ProblemCode.MODEL_NOT_FOUND,
                    "No hive that is online has a model \"" + id + "\".",
                    "rbee model list names them.");
        }
        return where;
    }
}
