package dev.rbee.service.queen.models;

import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.queen.routing.ModelNames;
import java.util.List;
import java.util.Optional;

/** Under which name a model is known that was asked for by another one: a reference it was pulled by, or that name in other letters. Pure. */
public final class Aliases {
    private Aliases() {}

    /** The id of the entry that is meant; a model's own name goes before the references of others. Empty where none is. */
    public static Optional<String> id(List<ModelEntry> installed, String name) {
        String key = key(name);
        Optional<String> own = installed.stream()
                .map(ModelEntry::id)
                .filter(id -> key(id).equals(key))
                .findFirst();
        return own.isPresent()
                ? own
                : installed.stream()
                        .filter(entry -> hasRef(entry, key))
                        .map(ModelEntry::id)
                        .findFirst();
    }

    /** Whether that name means this entry. */
    public static boolean means(ModelEntry entry, String name) {
        String key = key(name);
        return key(entry.id()).equals(key) || hasRef(entry, key);
    }

    /** What equal names have in common: references in their one written form, in lower case. */
    public static String key(String name) {
        try {
            return ModelNames.key(ModelRef.parse(name).toString());
        } catch (ProblemException e) {
            return ModelNames.key(name); // an old name may be no good reference
        }
    }

    private static boolean hasRef(ModelEntry entry, String key) {
        List<String> refs = entry.refs();
        return refs != null && refs.stream().anyMatch(ref -> key(ref).equals(key));
    }
}
