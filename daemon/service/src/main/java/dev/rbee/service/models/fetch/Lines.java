package dev.rbee.service.models.fetch;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.service.models.fetch.Linked.Span;
import dev.rbee.service.models.fetch.Pieces.Piece;
import dev.rbee.service.models.fetch.SourceFault.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Several connections that fetch the pieces of one file at the same time, each on a thread of its own. */
final class Lines {
    private final FetchSetup setup;
    private final Door door;
    private final FetchRequest request;
    private final PartFile part;
    private final FetchControl control;
    private final Progress progress;
    private final Patience patience;
    private final boolean hashKnown;
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    private Located located;
    private boolean expired;
    private int working;

    Lines(
            FetchSetup setup,
            Door door,
            FetchRequest request,
            PartFile part,
            FetchControl control,
            Progress progress,
            Located located,
            boolean hashKnown) {
        this.setup = setup;
        this.door = door;
        this.request = request;
        this.part = part;
        this.control = control.child();
        this.progress = progress;
        this.patience = new Patience(setup, this.control);
        this.located = located;
        this.hashKnown = hashKnown;
    }

    /** Fetches every gap; blocks. Ends early after a stop. */
    void run(long size) throws IOException, InterruptedException {
        while (!part.gaps(size).isEmpty() && failure.get() == null && !control.stopped()) {
            Pieces pieces = new Pieces(part.gaps(size), setup.connections());
            List<Thread> threads = new ArrayList<>();
            int lines = pieces.useful();
            synchronized (this) {
                working = lines;
            }
            for (int i = 0; i < lines; i++) {
                threads.add(Thread.ofPlatform()
                        .daemon()
                        .name("fetch-" + request.what() + "-" + i)
                        .start(() -> work(pieces, size)));
            }
            join(threads);
        }
        IOException failed = failure.get();
        if (failed != null) {
            // whoever asked has been patient already
            throw failed instanceof SourceFault fault && fault.kind() != Kind.CHANGED ? fault.as(Kind.FINAL) : failed;
        }
    }

    private void join(List<Thread> threads) throws InterruptedException {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            control.stop();
            for (Thread thread : threads) {
                boolean ended = thread.join(java.time.Duration.ofMinutes(1));
                if (!ended) {
                    break;
                }
            }
            throw e;
        }
    }

    private void work(Pieces pieces, long size) {
        try {
            Stream stream = new Stream(setup, part, request, control, progress, patience);
            for (Optional<Piece> next = pieces.next();
                    next.isPresent() && !control.stopped() && piece(next.get(), stream, size);
                    next = pieces.next()) {
                // until there is nothing left for this line
            }
        } catch (IOException e) {
            fail(e);
        } catch (InterruptedException e) {
            control.stop();
        } catch (RuntimeException e) {
            fail(new IOException(e));
        } finally {
            synchronized (this) {
                working--;
            }
        }
    }

    private void fail(IOException e) {
        if (!control.stopped() && failure.compareAndSet(null, e)) {
            control.stop();
        }
    }

    /** One attempt at one piece; false where this line is one too many for the source. */
    private boolean piece(Piece piece, Stream stream, long size) throws IOException, InterruptedException {
        long epoch = patience.epoch();
        Located from = located();
        try {
            read(piece, from, stream, size);
            return true;
        } catch (IOException e) {
            if (control.stopped()) {
                return false;
            }
            SourceFault fault =
                    meaning(from, Breaks.of(from.address(), request.source() instanceof FetchSource.Fleet, e));
            piece.leave();
            if (fault.kind() == Kind.BUSY && spare()) {
                return false;
            }
            progress.say("waiting");
            boolean known = fault.kind() == Kind.EXPIRED && !firstToSee(from);
            patience.failed(known ? Patience.COUNTED : epoch, fault);
            if (fault.kind() == Kind.EXPIRED) {
                relocate(from, size);
            }
            return true;
        } finally {
            piece.leave();
        }
    }

    /** Until there is a fresh address, every line that begins a piece finds the old one expired: that is one failure, not one of each. */
    private synchronized boolean firstToSee(Located stale) {
        boolean first = located.equals(stale) && !expired;
        expired |= first;
        return first;
    }

    private synchronized boolean spare() {
        return working > 1;
    }

    private synchronized Located located() {
        return located;
    }

    /** A refusal of an address that the source only lent is no last word; nor is another state of a file whose hash is known. */
    private SourceFault meaning(Located from, SourceFault fault) {
        boolean lent = !from.direct() && fault.refused();
        boolean checked = hashKnown && fault.kind() == Kind.CHANGED;
        return lent || checked ? fault.as(Kind.EXPIRED) : fault;
    }

    private synchronized void relocate(Located stale, long size) throws IOException {
        if (!located.equals(stale)) {
            return;
        }
        expired = false;
        Located fresh;
        try {
            fresh = Located.of(door, request, control);
        } catch (SourceFault e) {
            if (e.kind() == Kind.PASSING || e.kind() == Kind.BUSY) {
                return; // the next attempt finds out, and waits
            }
            throw e;
        }
        boolean other = !fresh.ranges()
                || !Long.valueOf(size).equals(fresh.size())
                || (!hashKnown && !String.valueOf(fresh.validator()).equals(String.valueOf(stale.validator())));
        if (other) {
            throw changed();
        }
        located = fresh;
    }

    private SourceFault changed() {
        return new SourceFault(
                Kind.CHANGED,
                Problem.of(
                        ProblemCode.SOURCE_FAILED,
                        request.what() + " keeps changing at its source.",
                        "Try again later."),
                null,
                null);
    }

    private void read(Piece piece, Located from, Stream stream, long size) throws IOException, InterruptedException {
        Request.Builder plan = new Request.Builder().header("Range", "bytes=" + piece.at() + "-" + (piece.to() - 1));
        String validator = from.validator();
        if (validator != null) {
            plan.header("If-Range", validator);
        }
        try (Door.Arrival arrival = door.get(request.source(), from.address(), plan, control)) {
            check(arrival, piece, size);
            var in = arrival.response().body().source();
            boolean more = piece.at() < piece.to();
            while (more && !control.stopped()) {
                int count = stream.some(in, piece.at(), piece.to() - piece.at());
                if (count == 0) {
                    throw new IOException("it ended too early");
                }
                more = piece.advance(count);
            }
        }
    }

    private void check(Door.Arrival arrival, Piece piece, long size) throws SourceFault {
        Span span = Linked.span(arrival.response());
        if (arrival.response().code() != 206 || span == null) {
            throw changed();
        }
        if (span.from() != piece.at()) {
            throw SourceFault.lost(
                    ProblemCode.SOURCE_FAILED,
                    arrival.address().host() + " sends other bytes than it is asked for.",
                    null);
        }
        if (span.total() != null && span.total() != size) {
            throw changed();
        }
    }
}
