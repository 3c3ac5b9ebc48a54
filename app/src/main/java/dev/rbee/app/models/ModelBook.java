package dev.rbee.app.models;

import dev.rbee.app.live.FleetView;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The fleet's models as the queen lists them; read again when the hives say that something changed. JavaFX thread only. */
final class ModelBook {
    private final ModelParts parts;
    private final Consumer<Problem> failed;
    private final ReadOnlyObjectWrapper<List<ModelEntry>> models = new ReadOnlyObjectWrapper<>(List.of());
    private Map<String, Object> seen = Map.of();
    private long asked;

    ModelBook(ModelParts parts, Consumer<Problem> failed) {
        this.parts = parts;
        this.failed = failed;
    }

    /** What was read last. */
    ReadOnlyObjectProperty<List<ModelEntry>> models() {
        return models.getReadOnlyProperty();
    }

    /** Reads the list, where there is a queen to ask. */
    void read() {
        FleetView now = parts.fleet().view().get();
        if (now.connected()) {
            seen = marks(now);
            long mine = ++asked;
            parts.background()
                    .run(
                            parts.models()::catalog,
                            list -> {
                                if (mine == asked) { // an answer that was overtaken is older than what is shown
                                    models.set(list);
                                }
                            },
                            failed);
        }
    }

    /** The fleet is so now. */
    void follow(FleetView now) {
        if (now.connected() && !marks(now).equals(seen)) {
            read();
        }
    }

    private static Map<String, Object> marks(FleetView view) {
        Map<String, Object> marks = new HashMap<>();
        for (HiveInfo hive : view.hives().values()) {
            var capabilities = hive.capabilities();
            marks.put(hive.id(), List.of(hive.online(), capabilities == null ? List.of() : capabilities.models()));
        }
        return marks;
    }
}
