package dev.rbee.service.models.download;

import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.RemoteFile;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.models.Installs;
import dev.rbee.service.models.ModelFile;
import dev.rbee.service.models.ModelStore;
import dev.rbee.service.models.PartialPlan;
import dev.rbee.service.models.Partials;
import dev.rbee.service.models.fetch.FetchControl;
import dev.rbee.service.models.fetch.FetchRequest;
import dev.rbee.service.models.fetch.FetchSource;
import dev.rbee.service.models.fetch.Fetched;
import dev.rbee.service.models.fetch.Fetcher;
import dev.rbee.service.models.fetch.Undisturbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One download, from its place in the queue to its name in the store. Belongs to its job's thread. */
final class Download {
    private static final Logger LOG = LoggerFactory.getLogger(Download.class);

    private final ModelStore store;
    private final Fetcher fetcher;
    private final Sources sources;
    private final Turns turns;
    private final Order order;
    private final Reins reins;
    private final JobContext job;
    private final Meter meter;
    private final Partials.Hold held;

    Download(
            ModelStore store,
            Fetcher fetcher,
            Sources sources,
            Turns turns,
            Order order,
            Reins reins,
            JobContext job,
            LongSupplier nanos) {
        this.store = store;
        this.fetcher = fetcher;
        this.sources = sources;
        this.turns = turns;
        this.order = order;
        this.reins = reins;
        this.job = job;
        this.held = store.partials().hold();
        this.meter = new Meter(job, order.wish(), order.plan(order.wish()).totalBytes(), nanos);
    }

    ModelEntry run() throws IOException, InterruptedException {
        try {
            return bring();
        } finally {
            held.release();
        }
    }

    private ModelEntry bring() throws IOException, InterruptedException {
        Optional<ModelFile> there = installed();
        if (there.isPresent() && (there.get().projector() != null || !order.withProjector())) {
            return known(there.get());
        }
        PartialPlan plan = new Names(store).plan(order, there.orElse(null));
        if (!store.partials().begin(plan)) {
            throw new IllegalStateException("two downloads of " + plan.key());
        }
        try {
            List<String> hashes = whenItIsItsTurn(plan);
            meter.rests("verifying");
            ModelEntry entry = Undisturbed.run(() -> {
                new Arrival(store).check(plan, hashes);
                store.installs().install(plan, hashes);
                store.partials().remove(plan);
                return store.entry(plan.id());
            });
            meter.rests("done");
            return entry;
        } finally {
            leave(plan);
        }
    }

    /** Where nothing has come, as with a repository that is closed, nothing stays that could be gone on with. */
    private void leave(PartialPlan plan) {
        try {
            if (store.doneBytes(plan) == 0 && store.partials().notBegun(plan)) {
                store.partials().remove(plan);
            }
        } catch (IOException e) {
            LOG.warn("download={} leaves an empty plan: {}", plan.key(), e.toString());
        } finally {
            store.partials().leave(plan);
        }
    }

    private Optional<ModelFile> installed() {
        List<String> hashes = new ArrayList<>();
        for (RemoteFile each : order.files()) {
            if (each.sha256() == null) {
                return Optional.empty();
            }
            if (each.role().equals("model")) {
                hashes.add(each.sha256());
            }
        }
        return store.holding(hashes);
    }

    private ModelEntry known(ModelFile file) throws IOException {
        job.log("The machine has this model already: " + file.id() + ".");
        if (order.ref() != null) {
            store.named(file.id(), order.ref());
        }
        return store.entry(file.id());
    }

    private List<String> whenItIsItsTurn(PartialPlan plan) throws IOException, InterruptedException {
        List<String> hashes = new ArrayList<>();
        while (hashes.size() < plan.files().size()) {
            job.checkCancelled();
            if (reins.wish() == Reins.Wish.PAUSE) {
                meter.rests("paused");
                reins.awaitTurn();
                continue;
            }
            meter.rests("queued");
            if (turns.take(() -> reins.wish() == Reins.Wish.RUN)) {
                try {
                    all(plan, hashes);
                } finally {
                    turns.give();
                }
            }
        }
        return hashes;
    }

    /** Fetches what is missing, up to the end or to a pause. */
    private void all(PartialPlan plan, List<String> hashes) throws IOException {
        new Room(store).check(plan);
        while (hashes.size() < plan.files().size()) {
            int i = hashes.size();
            String sha256 = one(plan.files().get(i), order.files().get(i));
            if (sha256 == null) {
                return;
            }
            hashes.add(sha256);
        }
    }

    /** The hash of the file once it is here; null where somebody paused it. */
    private @Nullable String one(PartialPlan.Piece piece, RemoteFile file) throws IOException {
        Installs installs = store.installs();
        String known = piece.sha256();
        if (known != null) {
            held.add(known);
            Optional<Path> there = installs.have(known, piece.sizeBytes(), store.bySha256(known));
            if (there.isPresent()) {
                meter.whole(Files.size(there.get()));
                return known;
            }
        }
        FetchControl control = new FetchControl((phase, done, total) -> meter.at(phase(phase), done, total));
        if (!reins.holds(control)) {
            return null;
        }
        FetchRequest request = new FetchRequest(
                file.name(), source(file), store.partials().part(piece), piece.sizeBytes(), known, this::place);
        try {
            Fetched fetched = fetcher.fetch(request, control);
            meter.whole(fetched.sizeBytes());
            return fetched.sha256();
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.CANCELLED && reins.wish() != Reins.Wish.END) {
                return null;
            }
            throw e;
        }
    }

    /** Where a file goes that came; nobody takes it away before it has its name. */
    private Path place(String sha256) {
        held.add(sha256);
        return store.installs().place(sha256);
    }

    private String phase(String of) {
        return order.fleet() && of.equals("downloading") ? "copying" : of;
    }

    private FetchSource source(RemoteFile file) {
        if (!order.fleet()) {
            String token = order.hubToken() != null
                    ? order.hubToken()
                    : sources.hubToken().get();
            return new FetchSource.Outside(Objects.requireNonNull(file.url()), token);
        }
        String queen = sources.fleet().get();
        if (queen == null) {
            throw ProblemException.of(
                    ProblemCode.QUEEN_NOT_FOUND,
                    "This hive knows no queen to copy the model through.",
                    "Wait until it is connected: rbee hive list");
        }
        return new FetchSource.Fleet(queen + "/v1/models/" + file.sha256() + "/file", sources.credential());
    }
}
