package dev.rbee.client;

import dev.rbee.contract.problem.ProblemException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a queen may be: as configured, as the registry says, as it was last.
 *
 * @param configured null where nothing is
 * @param registries where the registry may be, best first
 * @param known last known addresses, unverified
 */
public record QueenFinder(
        Http http,
        Supplier<Credential> credential,
        Supplier<@Nullable String> configured,
        Supplier<List<String>> registries,
        @Nullable KnownComponents known) {

    /** All of them, best first, none verified; blocks while registries are asked. */
    public List<String> candidates() {
        Set<String> all = new LinkedHashSet<>();
        String first = configured.get();
        if (first != null) {
            all.add(first);
        }
        Set<String> asked = new LinkedHashSet<>(registries.get());
        if (known != null) {
            asked.addAll(known.urls("registry"));
        }
        asked.forEach(registry -> ask(registry, all));
        if (known != null) {
            all.addAll(known.urls("queen"));
        }
        return List.copyOf(all);
    }

    private void ask(String registry, Set<String> into) {
        Remote remote = new Remote(registry, credential, http);
        if (!remote.proven()) {
            return;
        }
        try {
            new RegistryClient(remote).queen().ifPresent(queen -> into.add(queen.url()));
        } catch (ProblemException e) {
            // the next one may know
        }
    }
}
