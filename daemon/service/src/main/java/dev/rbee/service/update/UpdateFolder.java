package dev.rbee.service.update;

import dev.rbee.service.home.Home;
import dev.rbee.service.home.PrivateFiles;
import java.nio.file.Path;

/** {@code updates} in the home: names in it. Touches the disk only where it says so. */
public record UpdateFolder(Path path) {
    /** Of that home. */
    public static UpdateFolder of(Home home) {
        return new UpdateFolder(home.path().resolve("updates"));
    }

    /** Creates it, for the user alone. Touches the disk. */
    public UpdateFolder create() {
        PrivateFiles.createFolder(packages());
        return this;
    }

    /** The last feed that was believed. */
    public Path feed() {
        return path.resolve("feed.json");
    }

    /** Its signatures. */
    public Path signatures() {
        return path.resolve("feed.json.sig");
    }

    /** What is remembered from feed to feed. */
    public Path memory() {
        return path.resolve("memory.json");
    }

    /** Files that were fetched. */
    public Path packages() {
        return path.resolve("packages");
    }

    /** What is being done about a new version, or was done last. */
    public Path change() {
        return path.resolve("change.json");
    }

    /** Held by the process that changes versions. */
    public Path lock() {
        return path.resolve("change.lock");
    }

    /** Written by a new version when it has started: its number. */
    public Path started() {
        return path.resolve("started");
    }

    /** How the old version wants to be called by the new one, to watch its first start. */
    public Path watch() {
        return path.resolve("watch.json");
    }

    /** Number of the process whose first start is watched. */
    public Path watched() {
        return path.resolve("watched");
    }

    /** What was done last, and by whom it was watched. */
    public Path log() {
        return path.resolve("update.log");
    }

    /** Copies of what the new version may write differently. */
    public Path before() {
        return path.resolve("before");
    }

    /** A home for trying a new version. */
    public Path trial() {
        return path.resolve("trial");
    }
}
