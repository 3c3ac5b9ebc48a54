package dev.rbee.app.chat;

import dev.rbee.app.live.FleetView;
import dev.rbee.contract.models.ModelEntry;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A chat that a link asks for.
 *
 * @param model by name or reference; null: whichever
 * @param prompt what would be said; null: nothing
 * @param find shows where that model would come from
 */
public record LinkedChat(@Nullable String model, @Nullable String prompt, Consumer<String> find) {
    /** Which of the models that can be chatted with is meant; empty where none is, or nobody said. Pure. */
    Optional<Choice> choice(FleetView fleet) {
        String wanted = model;
        if (wanted == null) {
            return Optional.empty();
        }
        String name = named(wanted, fleet).orElse(wanted);
        return Target.all(fleet).stream()
                .map(Target::choice)
                .filter(choice ->
                        choice instanceof Choice.Model one && one.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** What the file of that reference is called on a hive. */
    private static Optional<String> named(String ref, FleetView fleet) {
        return fleet.hives().values().stream()
                .filter(hive -> hive.online() && hive.capabilities() != null)
                .flatMap(hive -> Objects.requireNonNull(hive.capabilities()).models().stream())
                .filter(entry -> entry.refs() != null
                        && Objects.requireNonNull(entry.refs()).stream().anyMatch(ref::equalsIgnoreCase))
                .map(ModelEntry::id)
                .findFirst();
    }

    /** Without what would be said. */
    @Override
    public String toString() {
        return "LinkedChat[model=" + model + "]";
    }
}
