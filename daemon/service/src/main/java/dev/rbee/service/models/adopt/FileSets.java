package dev.rbee.service.models.adopt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes models of the GGUF files of one folder: parts of a split one together, a projector with its model. Pure. */
public final class FileSets {
    private FileSets() {}

    /** The models among these files of one folder; {@code alone} where the folder belongs to one model and its projector. */
    public static List<Found> of(Collection<Path> files, boolean alone) {
        Map<PartName, Path> known = new TreeMap<>(java.util.Comparator.comparing(PartName::stem)
                .thenComparingInt(PartName::parts)
                .thenComparingInt(PartName::part));
        List<Path> projectors = new ArrayList<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            Optional<PartName> part = PartName.of(name);
            if (part.isPresent() && Projectors.is(name)) {
                projectors.add(file);
            } else {
                part.ifPresent(each -> known.put(each, file));
            }
        }
        Map<String, List<Map.Entry<PartName, Path>>> sets = new TreeMap<>();
        known.entrySet()
                .forEach(each -> sets.computeIfAbsent(
                                each.getKey().stem() + "/" + each.getKey().parts(), k -> new ArrayList<>())
                        .add(each));
        return sets.values().stream().map(set -> found(set, projectors, alone)).toList();
    }

    private static Found found(List<Map.Entry<PartName, Path>> set, List<Path> projectors, boolean alone) {
        PartName first = set.getFirst().getKey();
        List<Path> parts = set.stream().map(Map.Entry::getValue).toList();
        Path projector = Projectors.of(first.stem(), projectors, alone).orElse(null);
        return new Found(first.stem(), parts, first.parts() - parts.size(), projector, List.of(), null, null);
    }
}
