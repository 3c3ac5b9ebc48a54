package dev.rbee.service.models;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.PrivateFiles;
import dev.rbee.service.models.adopt.PartName;
import dev.rbee.service.models.fetch.Sidecar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code models/partial}: unfinished downloads and what they are to become. Thread-safe; touches the disk. */
public final class Partials {
    private static final Logger LOG = LoggerFactory.getLogger(Partials.class);
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9-]{1,100}");
    private static final String PLAN = ".plan";
    private static final String PART = ".part";

    private final Path folder;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Set<Hold> holds = ConcurrentHashMap.newKeySet();

    Partials(Path folder) {
        PrivateFiles.createFolder(folder);
        this.folder = folder;
    }

    /** Bytes that a download counts on until they have their name: nobody takes them away meanwhile. Thread-safe. */
    public final class Hold {
        private final Set<String> hashes = ConcurrentHashMap.newKeySet();

        /** These, too. */
        public void add(String sha256) {
            hashes.add(sha256);
        }

        /** None any more. */
        public void release() {
            holds.remove(this);
        }
    }

    /** Begins to hold bytes, none at first. */
    public Hold hold() {
        Hold hold = new Hold();
        holds.add(hold);
        return hold;
    }

    /** Whether a download counts on these bytes. */
    boolean held(String sha256) {
        return holds.stream().anyMatch(each -> each.hashes.contains(sha256));
    }

    /** Where it is written to. */
    public Path part(PartialPlan.Piece piece) {
        return folder.resolve(piece.part() + PART);
    }

    /** Whether nothing of any of its files lies here as a part. */
    public boolean notBegun(PartialPlan plan) {
        return plan.files().stream().noneMatch(each -> Files.exists(part(each)));
    }

    /** Somebody downloads it now; false where somebody does already. */
    public boolean begin(PartialPlan plan) throws IOException {
        if (!busy.add(plan.key())) {
            return false;
        }
        PrivateFiles.replace(folder.resolve(plan.key() + PLAN), Json.write(plan) + "\n");
        return true;
    }

    /** Nobody downloads it any more. */
    public void leave(PartialPlan plan) {
        busy.remove(plan.key());
    }

    /** Whether somebody downloads it now. */
    boolean busy(PartialPlan plan) {
        return busy.contains(plan.key());
    }

    /** It is whole and elsewhere now, or not wanted any more: what is left of it goes. */
    public void remove(PartialPlan plan) throws IOException {
        for (PartialPlan.Piece each : plan.files()) {
            for (Path file : files(each)) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder.resolve(plan.key() + PLAN));
    }

    /** What there is on the disk of a file: its bytes and what is noted of them. */
    private List<Path> files(PartialPlan.Piece piece) {
        return entries().stream()
                .filter(each -> each.getFileName().toString().startsWith(piece.part() + "."))
                .toList();
    }

    /** Everything in the folder. */
    List<Path> entries() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOG.warn("folder={} cannot be listed: {}", folder, e.toString());
            return List.of();
        }
    }

    /** All plans there are; files that are none are left out. */
    public List<PartialPlan> plans() {
        List<PartialPlan> plans = new ArrayList<>();
        for (Path file : entries()) {
            if (file.getFileName().toString().endsWith(PLAN)) {
                try {
                    PartialPlan plan = Json.read(Files.readAllBytes(file), PartialPlan.class);
                    if (sane(plan)) {
                        plans.add(plan);
                    }
                } catch (IOException | ProblemException e) {
                    LOG.info("file={} is no plan: {}", file, e.toString());
                }
            }
        }
        return plans;
    }

    private static boolean sane(PartialPlan plan) {
        return PLAIN.matcher(plan.key()).matches()
                && ModelNames.good(plan.id())
                && !plan.files().isEmpty()
                && plan.files().stream()
                        .allMatch(each -> PLAIN.matcher(each.part()).matches()
                                && (each.sha256() == null || Blobs.isHash(each.sha256())));
    }

    /** The plan for that content. */
    public Optional<PartialPlan> plan(String key) {
        return plans().stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** As they are listed among the models. */
    List<ModelEntry> listed(Blobs blobs) {
        return plans().stream().map(each -> entry(each, blobs)).toList();
    }

    private ModelEntry entry(PartialPlan plan, Blobs blobs) {
        String message = busy(plan) ? "It is being downloaded." : "Its download is not finished; pull it to go on.";
        return new ModelEntry(
                plan.id(),
                PartName.file(plan.id(), 1, plan.weights().size()),
                null,
                Objects.requireNonNullElse(plan.totalBytes(), 0L),
                plan.weights().isEmpty() ? null : plan.weights().getFirst().sha256(),
                "partial",
                null,
                null,
                null,
                null,
                false,
                false,
                message,
                null,
                plan.ref() == null ? null : List.of(plan.ref()),
                "stored",
                plan.files().stream().anyMatch(PartialPlan.Piece::projector) ? Boolean.TRUE : null,
                plan.weights().size() == 1
                        ? null
                        : Integer.valueOf(plan.weights().size()),
                done(plan, blobs),
                null);
    }

    /** Bytes that are there already. */
    long done(PartialPlan plan, Blobs blobs) {
        return plan.files().stream().mapToLong(each -> done(each, blobs)).sum();
    }

    private long done(PartialPlan.Piece piece, Blobs blobs) {
        try {
            Optional<Path> blob = piece.sha256() == null ? Optional.empty() : blobs.find(piece.sha256());
            if (blob.isPresent()) {
                return Files.size(blob.get());
            }
            Sidecar sidecar = Sidecar.read(part(piece));
            return sidecar == null ? 0 : sidecar.doneBytes();
        } catch (IOException e) {
            return 0;
        }
    }
}
