package dev.rbee.service.models.adopt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cache of the hub's own programs: {@code models--owner--repo/snapshots/<commit>/file} leads to {@code blobs/<hash>} of the same model. A
 * link that leads anywhere else is not followed.
 */
public record HubCache(Path root, boolean named) implements Place {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    @Override
    public Origin origin() {
        return Origin.HUGGINGFACE;
    }

    @Override
    public List<Found> scan() throws IOException {
        List<Found> found = new ArrayList<>();
        for (Path folder : Inside.listed(root.toRealPath())) {
            String[] name = String.valueOf(folder.getFileName()).split("--", -1);
            if (name.length == 3 && name[0].equals("models") && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                repository(folder, name[1], name[2], found);
            }
        }
        return found;
    }

    /** Every file once, of the newest snapshot that has it; the one that {@code refs/main} names counts as the newest. */
    private static void repository(Path folder, String owner, String repo, List<Found> found) {
        Map<String, List<Found>> models = new LinkedHashMap<>();
        for (Path snapshot : snapshots(folder)) {
            Map<String, List<Found>> here = new LinkedHashMap<>();
            snapshot(folder, snapshot, owner, repo, here, 0);
            here.forEach(models::putIfAbsent);
        }
        models.values().forEach(found::addAll);
    }

    private static List<Path> snapshots(Path folder) {
        String main = main(folder);
        return Inside.folders(folder.resolve("snapshots")).stream()
                .filter(each -> COMMIT.matcher(each.getFileName().toString()).matches())
                .sorted(Comparator.comparing(
                                (Path each) -> !each.getFileName().toString().equals(main))
                        .thenComparing(HubCache::age, Comparator.reverseOrder()))
                .toList();
    }

    private static @Nullable String main(Path folder) {
        Path ref = folder.resolve("refs").resolve("main");
        try {
            return Files.isRegularFile(ref, LinkOption.NOFOLLOW_LINKS) && Files.size(ref) < 100
                    ? Files.readString(ref).strip()
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static long age(Path folder) {
        try {
            return Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    private static void snapshot(
            Path model, Path folder, String owner, String repo, Map<String, List<Found>> models, int level) {
        Map<Path, Path> files = new LinkedHashMap<>();
        for (Path entry : Inside.list(folder)) {
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                if (level == 0) {
                    snapshot(model, entry, owner, repo, models, 1); // repositories keep large quantizations in folders
                }
            } else {
                Inside.file(model, entry).ifPresent(real -> files.put(entry, real));
            }
        }
        for (Found each : FileSets.of(files.keySet(), true)) {
            String file = String.valueOf(each.first().getFileName());
            Path blob = Objects.requireNonNull(files.get(each.first()));
            boolean whole = each.parts().size() == 1 && each.missing() == 0;
            Found named = new Found(
                    each.stem(),
                    // llama.cpp finds the other parts by the first one's name; a whole file needs none
                    whole ? List.of(blob) : each.parts(),
                    each.missing(),
                    Optional.ofNullable(each.projector()).map(files::get).orElse(null),
                    HubRefs.of(owner, repo, file),
                    sha256(blob),
                    whole ? null : model);
            models.computeIfAbsent(file, k -> new ArrayList<>()).add(named);
        }
    }

    private static @Nullable String sha256(Path blob) {
        String name = String.valueOf(blob.getFileName());
        return SHA256.matcher(name).matches() ? name : null;
    }
}
