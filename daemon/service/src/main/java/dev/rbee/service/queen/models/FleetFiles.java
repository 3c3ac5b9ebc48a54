package dev.rbee.service.queen.models;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.RemoteFile;
import dev.rbee.contract.models.ResolvedModel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a model the fleet has already. Pure. */
final class FleetFiles {
    private FleetFiles() {}

    /** Whole models on hives that are online, each with its hive. */
    static List<ModelEntry> installed(List<HiveInfo> hives) {
        return hives.stream()
                .filter(HiveInfo::online)
                .flatMap(FleetFiles::of)
                .filter(entry -> entry.state().equals("installed"))
                .toList();
    }

    private static Stream<ModelEntry> of(HiveInfo hive) {
        return hive.capabilities() == null
                ? Stream.empty()
                : hive.capabilities().models().stream().map(entry -> entry.on(hive.id()));
    }

    /** That model, on that hive where one is given. */
    static Optional<ModelEntry> find(List<ModelEntry> installed, String name, @Nullable String hive) {
        return installed.stream()
                .filter(on(hive))
                .filter(entry -> Aliases.means(entry, name))
                .findFirst();
    }

    /** The same content, on that hive where one is given; a name alone proves nothing. */
    static Optional<ModelEntry> find(List<ModelEntry> installed, ResolvedModel what, @Nullable String hive) {
        String first = what.files().getFirst().sha256();
        return installed.stream()
                .filter(on(hive))
                .filter(entry -> Aliases.means(entry, what.ref()) || (first != null && first.equals(entry.sha256())))
                .findFirst();
    }

    private static Predicate<ModelEntry> on(@Nullable String hive) {
        return entry -> hive == null || hive.equals(entry.hive());
    }

    /**
     * The files as the fleet can hand them on, each by its hash: all that were resolved, or the one file of an installed model. Empty where a
     * hash is not known.
     */
    static Optional<List<RemoteFile>> handedOn(@Nullable ResolvedModel what, ModelEntry there) {
        if (what != null && what.files().stream().allMatch(file -> file.sha256() != null)) {
            return Optional.of(what.files());
        }
        boolean one = there.parts() == null || there.parts() == 1;
        boolean plain = !Boolean.TRUE.equals(there.vision());
        if (!one || !plain || there.sha256() == null || there.file() == null) {
            return Optional.empty();
        }
        return Optional.of(List.of(new RemoteFile(
                Objects.requireNonNull(there.file()), "model", null, there.sizeBytes(), there.sha256())));
    }
}
