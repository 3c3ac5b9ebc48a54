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
}
