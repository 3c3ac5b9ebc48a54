package dev.rbee.service.models;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.PrivateFiles;
import dev.rbee.service.models.adopt.Found;
import dev.rbee.service.models.adopt.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code models/places.json}: what was seen last in folders that somebody named, so that a share that is away at the next start is still
 * known. Thread-safe.
 */
final class PlaceMemory {
    private static final Logger LOG = LoggerFactory.getLogger(PlaceMemory.class);

    private final Path file;
    private final Map<String, List<Kept>> places = new TreeMap<>();

    record Kept(
            String stem,
            List<String> parts,
            int missing,
            @Nullable String projector,
            List<String> refs,
            @Nullable String sha256,
            @Nullable String within,
            List<ModelFile.Stamp> stamps,
            ModelEntry entry) {
        static Kept of(PlaceWatch.Adopted model) {
            Found found = model.found();
            return new Kept(
                    found.stem(),
                    found.parts().stream().map(Path::toString).toList(),
                    found.missing(),
                    text(found.projector()),
                    found.refs(),
                    found.sha256(),
                    text(found.within()),
                    model.seen().stamps(),
                    model.seen().entry());
        }

        PlaceWatch.Adopted model() {
            Found found = new Found(
                    stem,
                    parts.stream().map(Path::of).toList(),
                    missing,
                    projector == null ? null : Path.of(projector),
                    refs,
                    sha256,
                    within == null ? null : Path.of(within));
            return new PlaceWatch.Adopted(found, new Seen(stamps, entry));
        }

        private static @Nullable String text(@Nullable Path path) {
            return path == null ? null : path.toString();
        }
    }

    record Content(Map<String, List<Kept>> places) {}

    PlaceMemory(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                places.putAll(Json.read(Files.readAllBytes(file), Content.class).places());
            }
        } catch (IOException | RuntimeException e) { // it is only a memory
            LOG.info("file={} is not read: {}", file, e.toString());
        }
    }

    synchronized List<PlaceWatch.Adopted> of(Place place) {
        try {
            return places.getOrDefault(place.root().toString(), List.of()).stream()
                    .map(Kept::model)
                    .toList();
        } catch (InvalidPathException | ProblemException e) {
            return List.of();
        }
    }

    /** Writes what is there now, where that is something else. */
    synchronized void keep(Place place, List<PlaceWatch.Adopted> models) {
        List<Kept> kept = models.stream().map(Kept::of).toList();
        if (kept.equals(places.getOrDefault(place.root().toString(), List.of()))) {
            return;
        }
        places.put(place.root().toString(), kept);
        try {
            PrivateFiles.replace(file, Json.write(new Content(places)) + "\n");
        } catch (IOException e) {
            LOG.warn("file={} cannot be written: {}", file, e.toString());
        }
    }
}
