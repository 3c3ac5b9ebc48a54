package dev.rbee.service.models.library;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.models.LibraryModel;
import dev.rbee.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One state of the catalogue. Immutable. */
public final class Library {
    /** Nothing in it, where even the one that comes with rbee is missing. */
    public static final Library EMPTY = new Library(LocalDate.EPOCH, List.of());

    private final LocalDate updated;
    private final List<LibraryModel> models;
    private final Map<String, LibraryModel> byName = new LinkedHashMap<>();

    private Library(LocalDate updated, List<LibraryModel> models) {
        this.updated = updated;
        this.models = List.copyOf(models);
        models.forEach(model -> byName.put(model.name(), model));
    }

    /**
     * Reads a catalogue, strictly: it may come from outside. Throws {@link IllegalArgumentException} that says what is wrong with
     * it.
     */
    public static Library parse(byte[] json) {
        LibraryFile file;
        try {
            file = Json.read(json, LibraryFile.class);
        } catch (ProblemException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        LibraryChecks.check(file);
        return new Library(file.updated(), file.models());
    }

    /** The day it was last changed. */
    public LocalDate updated() {
        return updated;
    }

    /** All of them, as the file orders them. */
    public List<LibraryModel> models() {
        return models;
    }

    /**
     * What {@code name:tag} means, in whatever case.
     *
     * @param tag null: the first variant
     */
    public Optional<Found> find(String name, @Nullable String tag) {
        LibraryModel model = byName.get(name.toLowerCase(Locale.ROOT));
        if (model == null) {
            return Optional.empty();
        }
        return model.variants().stream()
                .filter(variant -> tag == null || variant.tag().equalsIgnoreCase(tag))
                .findFirst()
                .map(variant -> new Found(model, variant));
    }

    /** A model in one size. */
    public record Found(LibraryModel model, LibraryModel.Variant variant) {
        /** {@code qwen3:8b}. */
        public String ref() {
            return model.name() + ":" + variant.tag();
        }
    }
}
