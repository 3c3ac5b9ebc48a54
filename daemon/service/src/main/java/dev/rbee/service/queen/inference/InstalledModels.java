package dev.rbee.service.queen.inference;

import dev.rbee.contract.models.ModelEntry;
import dev.rbee.service.queen.models.Aliases;
import java.util.List;
import java.util.Optional;

/** The model files of hives that are online; each entry names its hive. Must not block. */
@FunctionalInterface
public interface InstalledModels {
    /** None. */
    InstalledModels NONE = List::of;

    /** All usable ones. */
    List<ModelEntry> installed();

    /** The id of the model that is meant by that name or reference; empty where no hive that is online has it. */
    default Optional<String> id(String name) {
        return Aliases.id(installed(), name);
    }

    /** Whether two names mean one model, as far as hives tell. */
    default boolean same(String a, String b) {
        return Aliases.key(id(a).orElse(a)).equals(Aliases.key(id(b).orElse(b)));
    }

    /** Whether there is such a hive, online or not; where that is not known, there may be. */
    default boolean mayHaveHive(String id) {
        return true;
    }
}
