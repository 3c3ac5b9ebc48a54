package dev.rbee.service.models.fetch;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.service.models.fetch.SourceFault.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** One fetch from its first request to the file in its place. One thread. */
final class FetchRun {
    private final FetchSetup setup;
    private final Door door;
    private final FetchRequest request;
    private final FetchControl control;
    private final DiskSpace space;
    private final Patience patience;

    FetchRun(FetchSetup setup, Door door, FetchRequest request, FetchControl control) {
        this.setup = setup;
        this.door = door;
        this.request = request;
        this.control = control;
        space = new DiskSpace(setup.space(), setup.reserve());
        patience = new Patience(setup, control);
    }

    /** Fetches it; throws {@link SourceFault} where that does not work, {@link FetchStopped} after a stop. */
    Fetched run() throws IOException, InterruptedException {
        Sidecar left = Sidecar.read(request.part());
        control.watch().at("connecting", left == null ? 0 : left.doneBytes(), request.sizeBytes());
        while (true) {
            long epoch = patience.epoch();
            try {
                return attempt(Located.of(door, request, control));
            } catch (SourceFault fault) {
                if (control.stopped()) {
                    throw new FetchStopped();
                }
                control.watch().at("waiting", left == null ? 0 : left.doneBytes(), request.sizeBytes());
                patience.failed(epoch, fault);
            }
        }
    }

    private Fetched attempt(Located located) throws IOException, InterruptedException {
        String sha256 = request.sha256() != null ? request.sha256() : located.sha256();
        Long size = located.size() != null ? located.size() : request.sizeBytes();
        Sidecar facts = new Sidecar(request.what(), size, sha256, located.validator(), List.of());
        Sidecar before = located.ranges() ? usable(Sidecar.read(request.part()), facts) : null;
        long missing = (size == null ? 0L : size) - (before == null ? 0L : before.doneBytes());
        space.demand(request.part(), missing, request.what());
        try (PartFile part = new PartFile(request.part(), before, facts, space)) {
            Progress progress = new Progress(control.watch(), part::done, size, setup.nanos());
            progress.say("downloading");
            Follower follower = new Follower(part, request.what());
            download(part, located, size, sha256 != null, progress);
            progress.say("verifying");
            part.end();
            return finish(part, follower.sha256(), sha256, progress);
        }
    }

    /** What an earlier attempt left counts where it is of the same content for sure, or as far as the source says. */
    private static @Nullable Sidecar usable(@Nullable Sidecar left, Sidecar facts) {
        if (left == null || !Objects.equals(left.sizeBytes(), facts.sizeBytes())) {
            return null;
        }
        String wanted = facts.sha256();
        String validator = facts.validator();
        boolean hashed = wanted != null && left.sha256() != null;
        boolean same = hashed ? Objects.equals(wanted, left.sha256()) : Objects.equals(validator, left.validator());
        if (!hashed && validator == null) {
            return null;
        }
        return same ? left : null;
    }

    private void download(PartFile part, Located located, @Nullable Long size, boolean hashKnown, Progress progress)
            throws IOException, InterruptedException {
        boolean whole = false;
        try {
            if (located.ranges() && size != null) {
                new Lines(setup, door, request, part, control, progress, located, hashKnown).run(size);
            } else {
                stream(part, located, size, progress);
            }
            whole = !control.stopped();
        } finally {
            if (!whole) {
                keep(part);
            }
        }
        if (!whole) {
            throw new FetchStopped();
        }
    }

    private static void keep(PartFile part) {
        try {
            Undisturbed.run(
                    () -> { // who stops a download may have interrupted this thread
                        part.save();
                        return part;
                    });
        } catch (IOException e) {
            // what is written down is true all the same, only less
        }
    }

    /** From a source that has no ranges: all of it, from the beginning. */
    private void stream(PartFile part, Located located, @Nullable Long size, Progress progress)
            throws IOException, InterruptedException {
        Stream stream = new Stream(setup, part, request, control, progress, patience);
        try (Door.Arrival arrival = door.get(request.source(), located.address(), new Request.Builder(), control)) {
            var in = arrival.response().body().source();
            long at = 0;
            long most = size == null ? Long.MAX_VALUE : size;
            while (!control.stopped() && at < most) {
                int count = stream.some(in, at, most - at);
                if (count == 0) {
                    break;
                }
                at += count;
            }
            if (!control.stopped() && (size == null ? at == 0 : at < size)) {
                throw new IOException("it ended too early");
            }
        } catch (IOException e) {
            throw Breaks.of(located.address(), request.source() instanceof FetchSource.Fleet, e);
        }
    }

    private Fetched finish(PartFile part, String found, @Nullable String wanted, Progress progress) throws IOException {
        long size = part.done();
        if (wanted != null && !wanted.equals(found)) {
            part.discard();
            throw new SourceFault(
                    part.resumed() > 0 ? Kind.CHANGED : Kind.FINAL,
                    Problem.of(
                            ProblemCode.HASH_MISMATCH,
                            request.what() + " came with other bytes than were promised; it was deleted.",
                            "Try again. If that happens again, its source or something on the way changes it."),
                    null,
                    null);
        }
        Path target = request.target().apply(found);
        part.moveTo(target);
        return new Fetched(target, size, found, part.resumed(), progress.network());
    }
}
