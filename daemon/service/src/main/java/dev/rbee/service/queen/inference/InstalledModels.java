package dev.rbee.service.queen.inference;

import dev.rbee.contract.models.ModelEntry;
import java.util.List;

/** The model files of hives that are online; each entry names its hive. Must not block. */
@FunctionalInterface
public interface InstalledModels {
    /** None. */
    InstalledModels NONE = List::of;

    /** All usable ones. */
    List<ModelEntry> installed();

    /** Whether there is such a hive, online or not; where that is not known, there may be. */
    default boolean mayHaveHive(String id) {
        return true;
    }
}
