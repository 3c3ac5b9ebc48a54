package dev.rbee.service.models;

import dev.rbee.contract.models.RemoteFile;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.models.adopt.Origin;
import dev.rbee.service.models.adopt.PartName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds files by their hash. Reads the disk. */
final class Holdings {
    private final Catalog catalog;
    private final ModelIndex index;
    private final Blobs blobs;

    Holdings(Catalog catalog, ModelIndex index, Blobs blobs) {
        this.catalog = catalog;
        this.index = index;
        this.blobs = blobs;
    }

    Optional<ModelFile.Stamp> file(String sha256) {
        if (!Blobs.isHash(sha256)) {
            return Optional.empty();
        }
        Optional<Path> blob = blobs.find(sha256);
        if (blob.isPresent()) {
            return blob.flatMap(each -> stamp(new ModelFile(sha256, each, Origin.STORED)));
        }
        return catalog.items().stream()
                .filter(item -> !item.away())
                .flatMap(item -> stamps(item).stream())
                .filter(held -> sha256.equals(held.sha256()))
                .map(Held::stamp)
                .findFirst();
    }

    Optional<ModelFile> model(List<String> sha256) {
        return catalog.items().stream()
                .filter(item -> !item.away() && item.entry().state().equals("installed"))
                .filter(item ->
                        sha256.equals(weights(item).stream().map(Held::sha256).toList()))
                .map(Item::file)
                .findFirst();
    }

    List<RemoteFile> files(ModelFile file) {
        Item item = catalog.find(file.id()).orElseThrow(() -> ModelNames.unknown(file.id()));
        List<RemoteFile> files = new ArrayList<>();
        List<Held> weights = weights(item);
        for (int i = 0; i < weights.size(); i++) {
            Held each = weights.get(i);
            String name = PartName.file(file.id(), i + 1, weights.size());
            files.add(new RemoteFile(name, "model", null, each.stamp().size(), each.sha256()));
        }
        projector(item)
                .ifPresent(each -> files.add(new RemoteFile(
                        file.id() + ".mmproj.gguf", "mmproj", null, each.stamp().size(), each.sha256())));
        return files;
    }

    /** A file as it is now, and its hash where that is known. */
    private record Held(ModelFile.Stamp stamp, @Nullable String sha256) {}

    private List<Held> stamps(Item item) {
        return Stream.concat(weights(item).stream(), projector(item).stream()).toList();
    }

    private List<Held> weights(Item item) {
        List<ModelFile.Stamp> stamps = item.seen().stamps();
        List<Held> held = new ArrayList<>();
        for (int i = 0; i < stamps.size(); i++) {
            String sha256 = i == 0 ? item.sha256() : index.hash(stamps.get(i));
            held.add(new Held(stamps.get(i), sha256));
        }
        return held;
    }

    private Optional<Held> projector(Item item) {
        Path projector = item.file().projector();
        return projector == null || item.away()
                ? Optional.empty()
                : stamp(new ModelFile(item.file().id(), projector, item.file().origin()))
                        .map(stamp -> new Held(stamp, index.hash(stamp)));
    }

    private static Optional<ModelFile.Stamp> stamp(ModelFile file) {
        try {
            return Optional.of(file.stamp());
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }
}
