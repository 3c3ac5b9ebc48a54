package dev.rbee.service.queen.models;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.jobs.Transfer;
import dev.rbee.contract.models.DownloadModel;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.RemoteFile;
import dev.rbee.contract.models.ResolvedModel;
import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One pull, on its job's thread: finds out what the reference means, where it goes, and whether the fleet has it. */
final class Pull {
    private static final Logger LOG = LoggerFactory.getLogger(Pull.class);
    private static final long LOOK_MS = 300;
    /** A copy within the fleet that ends so is fetched from outside instead. */
    private static final Set<ProblemCode> COPY_FAILED = Set.of(
            ProblemCode.SOURCE_FAILED,
            ProblemCode.SOURCE_NOT_FOUND,
            ProblemCode.MODEL_NOT_FOUND,
            ProblemCode.HASH_MISMATCH,
            ProblemCode.OFFLINE);

    private final PullParts parts;
    private final JobContext job;
    private final ModelRef ref;
    private final @Nullable String wanted;
    private final @Nullable String name;
    private final Hold hold = new Hold();
    private boolean outsideOnly;

    Pull(PullParts parts, JobContext job, ModelRef ref, @Nullable String wanted, @Nullable String name) {
        this.parts = parts;
        this.job = job;
        this.ref = ref;
        this.wanted = wanted;
        this.name = name;
    }

    ModelEntry run() throws InterruptedException {
        job.pausable(hold::pause, hold::resume);
        Optional<ModelEntry> known = FleetFiles.find(installed(), ref.toString(), wanted);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<ModelEntry> elsewhere = FleetFiles.find(installed(), ref.toString(), null);
        @Nullable
        ResolvedModel what =
                elsewhere.flatMap(there -> FleetFiles.handedOn(null, there)).isPresent() ? null : resolve(elsewhere);
        String target = target(what, elsewhere);
        while (true) {
            job.checkCancelled();
            rest();
            Optional<ModelEntry> there = find(what, target);
            if (there.isPresent()) {
                return there.get();
            }
            Optional<ModelEntry> got = step(what, target);
            if (got.isPresent()) {
                return got.get();
            }
            Thread.sleep(LOOK_MS);
        }
    }

    private Optional<ModelEntry> step(@Nullable ResolvedModel what, String target) throws InterruptedException {
        Optional<DownloadModel> copy = copy(what);
        if (copy.isPresent()) {
            return copied(copy.get(), what, target);
        }
        if (what == null) {
            throw ProblemException.of(
                    ProblemCode.MODEL_NOT_FOUND,
                    "The hive that has model \"" + ref + "\" went away.",
                    "Pull it again when it is back.");
        }
        String content = content(what);
        if (!parts.claims().take(content, job.jobId())) {
            waitFor(content, target);
            return Optional.empty();
        }
        try {
            // whoever had the claim before may have ended just now
            return copy(what).isPresent() ? Optional.empty() : Optional.of(fetch(outside(what), target));
        } finally {
            parts.claims().release(content, job.jobId());
        }
    }

    private Optional<ModelEntry> copied(DownloadModel copy, @Nullable ResolvedModel what, String target)
            throws InterruptedException {
        try {
            return Optional.of(fetch(copy, target));
        } catch (ProblemException e) {
            if (what == null || !COPY_FAILED.contains(e.problem().code())) {
                throw e;
            }
            LOG.warn("model={} hive={} not copied within the fleet: {}", ref, target, e.getMessage());
            job.log("The copy within the fleet failed: " + e.problem().message());
            outsideOnly = true;
            return Optional.empty();
        }
    }

    private ModelEntry fetch(DownloadModel what, String target) throws InterruptedException {
        ModelEntry entry = new HiveTransfer(parts.client(), parts.nanos(), job, target, hold).run(what);
        parts.refreshed(target);
        return entry;
    }

    /** The copy from another hive, where one has all files and their hashes are known. */
    private Optional<DownloadModel> copy(@Nullable ResolvedModel what) {
        if (outsideOnly) {
            return Optional.empty();
        }
        Optional<ModelEntry> there = find(what, null);
        return there.flatMap(entry -> FleetFiles.handedOn(what, entry)
                .map(files -> new DownloadModel(
                        what == null ? referred(entry) : what.ref(),
                        name != null ? name : what == null ? entry.id() : what.name(),
                        files,
                        true,
                        null)));
    }

    /** A copy is known by the same reference. */
    private String referred(ModelEntry entry) {
        List<String> refs = entry.refs();
        return refs == null || refs.isEmpty() ? ref.toString() : refs.getFirst();
    }

    private DownloadModel outside(ResolvedModel what) {
        return new DownloadModel(
                what.ref(),
                name == null ? what.name() : name,
                what.files(),
                false,
                what.gated() ? parts.source().token() : null);
    }

    private ResolvedModel resolve(Optional<ModelEntry> elsewhere) {
        ModelRef asked = elsewhere.map(this::origin).orElse(ref);
        job.progress(Double.NaN, "looking up " + asked);
        ResolvedModel what =
                parts.source().resolve(asked instanceof ModelRef.Installed plain ? plain.inLibrary() : asked);
        if (what.files().isEmpty()) {
            throw ProblemException.of(ProblemCode.SOURCE_NOT_FOUND, "\"" + asked + "\" has no model file.", null);
        }
        return what;
    }

    /** Where a model of several files came from; their hashes are the source's to say. */
    private ModelRef origin(ModelEntry entry) {
        return Optional.ofNullable(entry.refs()).orElse(List.of()).stream()
                .map(ModelRef::parse)
                .filter(ModelRef::fetchable)
                .findFirst()
                .orElse(ref);
    }

    private String target(@Nullable ResolvedModel what, Optional<ModelEntry> elsewhere) {
        Long bytes = what == null ? elsewhere.map(ModelEntry::sizeBytes).orElse(null) : what.totalBytes();
        HiveInfo chosen = PullPlace.best(parts.hives().get(), bytes, wanted);
        job.log("It goes to hive " + chosen.id() + ".");
        return chosen.id();
    }

    private static String content(ResolvedModel what) {
        RemoteFile first = what.files().getFirst();
        return first.sha256() == null ? what.ref() : Objects.requireNonNull(first.sha256());
    }

    private Optional<ModelEntry> find(@Nullable ResolvedModel what, @Nullable String hive) {
        return what == null
                ? FleetFiles.find(installed(), ref.toString(), hive)
                : FleetFiles.find(installed(), what, hive);
    }

    private List<ModelEntry> installed() {
        return FleetFiles.installed(parts.hives().get());
    }

    private void rest() throws InterruptedException {
        while (hold.wanted()) {
            job.transfer(new Transfer(ref.toString(), "paused", 0, null, 0, null));
            job.checkCancelled();
            Thread.sleep(LOOK_MS);
        }
    }

    private void waitFor(String content, String target) {
        Optional<Transfer> other = Optional.ofNullable(parts.claims().holder(content))
                .flatMap(parts::job)
                .filter(info -> info.state() == JobState.RUNNING)
                .map(JobInfo::transfer);
        if (other.isPresent()) {
            Transfer moved = other.get();
            job.transfer(new Transfer(moved.what(), "queued", moved.doneBytes(), moved.totalBytes(), 0, moved.etaS()));
        } else {
            job.progress(Double.NaN, "waiting for the fleet's one download before " + target + " copies it");
        }
    }

    /** What a reference to a file of some machine is answered with. */
    static ProblemException noFile(ModelRef ref) {
        return new ProblemException(Problem.field(
                "model", "\"" + ref + "\" is a file of one machine.", "rbee model import adopts it on its hive."));
    }
}
