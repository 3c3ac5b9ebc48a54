package dev.rbee.service.models.library;

import dev.rbee.client.Http;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.home.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalogue in force: the one that comes with rbee, or a newer one that was fetched and kept in the home. A file that is damaged
 * or for another rbee is left aside, with a word in the log. Thread-safe; readers never block.
 */
public final class Libraries {
    private static final Logger LOG = LoggerFactory.getLogger(Libraries.class);
    private static final long DAY_NANOS = Duration.ofDays(1).toNanos();
    private static final long AGAIN_NANOS = Duration.ofHours(1).toNanos();

    private final Path kept;
    private final @Nullable LibrarySource source;
    private final LongSupplier nanos;
    private final AtomicBoolean fetching = new AtomicBoolean();
    private volatile Library current;
    private volatile long due;

    /**
     * Reads both files.
     *
     * @param bundled of the installation
     * @param kept what was fetched last; beside it a file of the same name and {@code .etag}
     * @param source null: never refreshed
     * @param nanos monotonic
     */
    public Libraries(Path bundled, Path kept, @Nullable LibrarySource source, LongSupplier nanos) {
        this.kept = kept;
        this.source = source;
        this.nanos = nanos;
        this.current = newer(read(bundled), source == null ? Library.EMPTY : read(kept));
        this.due = nanos.getAsLong();
    }

    /** Of an installation; {@code url} empty: never refreshed. Throws {@code config_invalid} for an address that may not be one. */
    public static Libraries of(Installation installation, Home home, String url, Http http, LongSupplier nanos) {
        try {
            LibrarySource source = url.isBlank() ? null : new LibraryUrl(http, url);
            return new Libraries(installation.library(), home.library(), source, nanos);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(
                    ProblemCode.CONFIG_INVALID, e.getMessage() + ".", "Set an https address, or leave it empty.");
        }
    }

    /** The catalogue now. */
    public Library current() {
        return current;
    }

    /** Called every minute or so: fetches once a day, on a thread of its own. */
    public void tick() {
        if (source != null && nanos.getAsLong() - due >= 0 && fetching.compareAndSet(false, true)) {
            Thread.ofVirtual().name("library").start(() -> {
                try {
                    due = nanos.getAsLong() + (refresh() ? DAY_NANOS : AGAIN_NANOS);
                } finally {
                    fetching.set(false);
                }
            });
        }
    }

    /** Fetches it now and keeps it where it is sound and newer; blocks. False where it could not be had. */
    public boolean refresh() {
        LibrarySource from = source;
        if (from == null) {
            return false;
        }
        try {
            LibrarySource.Fetched fetched = from.fetch(etag());
            if (fetched != null) {
                take(fetched);
            }
            return true;
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("catalogue of models not refreshed: {}", e.getMessage());
            return false;
        }
    }

    private synchronized void take(LibrarySource.Fetched fetched) throws IOException {
        Library fresh = Library.parse(fetched.json());
        if (fresh.updated().isBefore(current.updated())) {
            LOG.info("catalogue fetched is of {}, older than that of {}", fresh.updated(), current.updated());
            return;
        }
        Files.deleteIfExists(etagFile());
        PrivateFiles.replace(kept, new String(fetched.json(), StandardCharsets.UTF_8));
        String etag = fetched.etag();
        if (etag != null) {
            PrivateFiles.replace(etagFile(), etag);
        }
        current = fresh;
        LOG.info("catalogue of {} models={}", fresh.updated(), fresh.models().size());
    }

    private Path etagFile() {
        return kept.resolveSibling(kept.getFileName() + ".etag");
    }

    private @Nullable String etag() {
        try {
            return Files.exists(kept) && Files.exists(etagFile())
                    ? Files.readString(etagFile()).strip()
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static Library newer(Library one, Library other) {
        return other.updated().isAfter(one.updated()) ? other : one;
    }

    private static Library read(Path file) {
        try {
            return Files.exists(file) ? Library.parse(Files.readAllBytes(file)) : Library.EMPTY;
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("catalogue file={} is left aside: {}", file, e.getMessage());
            return Library.EMPTY;
        }
    }
}
