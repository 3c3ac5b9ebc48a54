package dev.rbee.service.cli;

import dev.rbee.contract.models.ModelEntry;
import dev.rbee.service.queen.models.Aliases;
import java.util.List;

/** Finds installed models by whatever name. Pure. */
final class KnownModels {
    private KnownModels() {}

    /** Those that have this name, or were pulled by it, wherever they are and in whatever state. */
    static List<ModelEntry> named(List<ModelEntry> all, String name) {
        return all.stream().filter(entry -> Aliases.means(entry, name)).toList();
    }
}
