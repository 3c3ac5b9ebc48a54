package dev.rbee.service.cli;

import dev.rbee.contract.models.ModelEntry;
import dev.rbee.service.queen.routing.ModelNames;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds installed models by whatever name. Pure. */
final class KnownModels {
    private KnownModels() {}

    /** Those that have this name, or were pulled by it, wherever they are and in whatever state. */
    static List<ModelEntry> named(List<ModelEntry> all, String name) {
        return all.stream().filter(entry -> has(entry, name)).toList();
    }

    private static boolean has(ModelEntry entry, String name) {
        return Stream.concat(
                        Stream.of(entry.id()), Objects.requireNonNullElse(entry.refs(), List.<String>of()).stream())
                .anyMatch(known -> ModelNames.same(known, name));
    }
}
