package dev.rbee.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.workers.WorkerOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The {@code [[model]]} tables. */
final class ModelTables {
    private static final List<String> KEYS = List.of(
            "name",
            "hive",
            "ctx",
            "slots",
            "keep",
            "engine",
            "gpu_layers",
            "kv_type",
            "flash_attention",
            "draft",
            "vision",
            "idle_s");

    private ModelTables() {}

    static List<DeclaredModel> read(JsonNode tables, Mistakes mistakes) {
        if (!tables.isArray()) {
            mistakes.add("model must be a list of tables: write [[model]] with two brackets.");
            return List.of();
        }
        List<DeclaredModel> models = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode table : tables) {
            String where = "[[model]] number " + (models.size() + 1);
            DeclaredModel model = one(new TableReader(where, table, KEYS, mistakes));
            if (model.name().isBlank()) {
                mistakes.add(where + ": name is missing.");
            } else if (!names.add(model.name())) {
                mistakes.add("two [[model]] tables have the name \"" + model.name() + "\".");
            }
            models.add(model);
        }
        return List.copyOf(models);
    }

    private static DeclaredModel one(TableReader table) {
        String name = table.value("name", ValueKind.text());
        Boolean keep = table.value("keep", ValueKind.flag());
        return new DeclaredModel(
                name == null ? "" : name,
                table.value("hive", ValueKind.name()),
                table.value("ctx", SettingKeys.WORKER_CTX.kind()),
                table.value("slots", SettingKeys.WORKER_SLOTS.kind()),
                Boolean.TRUE.equals(keep),
                new WorkerOptions(
                        table.value("engine", SettingKeys.ENGINES_PREFER.kind()),
                        table.value("gpu_layers", ValueKind.number(0, 999)),
                        table.value("kv_type", ValueKind.word("f16", "q8_0", "q4_0")),
                        table.value("flash_attention", ValueKind.flag()),
                        table.value("draft", ValueKind.text()),
                        table.value("vision", ValueKind.flag()),
                        table.value("idle_s", SettingKeys.WORKER_IDLE.kind()),
                        null));
    }
}
