package dev.rbee.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.workers.WorkerOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The {@code [[model]]} tables. */
final class ModelTables {
    static final TableField<String> NAME =
            new TableField<>("name", ValueKind.text(), "The model, by its name or any of its references.");
    static final TableField<String> HIVE = new TableField<>("hive", ValueKind.name(), "Runs only on this hive.");
    static final TableField<Integer> CTX =
            new TableField<>("ctx", SettingKeys.WORKER_CTX.kind(), "Context of a slot, tokens.");
    static final TableField<Integer> SLOTS =
            new TableField<>("slots", SettingKeys.WORKER_SLOTS.kind(), "Answers at a time.");
    static final TableField<Boolean> KEEP =
            new TableField<>("keep", ValueKind.flag(), "Never unloaded, neither when idle nor for another model.");
    static final TableField<String> ENGINE =
            new TableField<>("engine", SettingKeys.ENGINES_PREFER.kind(), "Program that runs it.");
    static final TableField<Integer> GPU_LAYERS = new TableField<>(
            "gpu_layers", ValueKind.number(0, 999), "Layers on the GPU; as many as fit where left out.");
    static final TableField<String> KV_TYPE = new TableField<>(
            "kv_type",
            ValueKind.word("f16", "q8_0", "q4_0"),
            "Precision of the context in memory; smaller takes less of it.");
    static final TableField<Boolean> FLASH_ATTENTION = new TableField<>(
            "flash_attention",
            ValueKind.flag(),
            "A faster way to read the context; the choice of the engine where left out.");
    static final TableField<String> DRAFT =
            new TableField<>("draft", ValueKind.text(), "An installed smaller model for speculative decoding.");
    static final TableField<Boolean> VISION = new TableField<>(
            "vision", ValueKind.flag(), "Whether the projector for images is loaded where there is one.");
    static final TableField<Integer> IDLE_S = new TableField<>(
            "idle_s", SettingKeys.WORKER_IDLE.kind(), "Unloaded after so many seconds without a request; 0 is never.");

    /** In the order of the document. */
    static final List<TableField<?>> ALL =
            List.of(NAME, HIVE, CTX, SLOTS, KEEP, ENGINE, GPU_LAYERS, KV_TYPE, FLASH_ATTENTION, DRAFT, VISION, IDLE_S);

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
            DeclaredModel model = one(new TableReader(where, table, ALL, mistakes));
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
        String name = table.value(NAME);
        Boolean keep = table.value(KEEP);
        return new DeclaredModel(
                name == null ? "" : name,
                table.value(HIVE),
                table.value(CTX),
                table.value(SLOTS),
                Boolean.TRUE.equals(keep),
                new WorkerOptions(
                        table.value(ENGINE),
                        table.value(GPU_LAYERS),
                        table.value(KV_TYPE),
                        table.value(FLASH_ATTENTION),
                        table.value(DRAFT),
                        table.value(VISION),
                        table.value(IDLE_S),
                        null));
    }
}
