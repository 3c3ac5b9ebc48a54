package dev.rbee.service.models.fetch;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fetcher: over HTTP, in parallel ranges. */
public final class HttpFetcher implements Fetcher {
    private static final Logger LOG = LoggerFactory.getLogger(HttpFetcher.class);
    /** So often a file may turn out to be another one before we believe that it keeps changing. */
    private static final int ROUNDS = 3;

    private final FetchSetup setup;
    private final Door door;
    private final PartLocks locks = new PartLocks();

    /** Through a door of its own. */
    public HttpFetcher(FetchSetup setup) {
        this.setup = setup;
        this.door = new Door(setup);
    }

    @Override
    public Fetched fetch(FetchRequest request, FetchControl control) {
        try (PartLocks.Held held = locks.take(request.part(), request.what())) {
            return rounds(request, control);
        } catch (SourceFault fault) {
            if (ended(control)) {
                throw cancelled(request);
            }
            LOG.info("file={} source={} fetch failed: {}", request.what(), request.source(), fault.getMessage());
            throw fault.problem();
        } catch (FetchStopped e) {
            throw cancelled(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(request);
        } catch (IOException e) {
            throw ended(control) ? cancelled(request) : disk(request, e);
        }
    }

    /** Whatever failed: an interrupt closes files under the hands of its thread. */
    private static boolean ended(FetchControl control) {
        return control.stopped() || Thread.currentThread().isInterrupted();
    }

    private Fetched rounds(FetchRequest request, FetchControl control) throws IOException, InterruptedException {
        for (int round = 1; ; round++) {
            try {
                return new FetchRun(setup, door, request, control).run();
            } catch (SourceFault fault) {
                if (fault.kind() != SourceFault.Kind.CHANGED || round == ROUNDS) {
                    throw fault;
                }
                LOG.info("file={} begins anew: {}", request.what(), fault.getMessage());
                PartFile.delete(request.part());
            }
        }
    }

    private static ProblemException cancelled(FetchRequest request) {
        return ProblemException.of(
                ProblemCode.CANCELLED,
                "Fetching " + request.what() + " was stopped.",
                "What came is kept; fetch it again to go on.");
    }

    private static ProblemException disk(FetchRequest request, IOException e) {
        IOException meaning = DiskSpace.of(e);
        if (meaning instanceof SourceFault fault) {
            return fault.problem();
        }
        return new ProblemException(
                Problem.of(
                        ProblemCode.INTERNAL_ERROR,
                        "Cannot write " + request.part() + ": " + e + ".",
                        "Check the disk and the rights of its folder."),
                e);
    }

    @Override
    public void close() {
        door.close();
        try {
            locks.close();
        } catch (IOException e) {
            LOG.debug("a lock file could not be closed: {}", e.toString());
        }
    }
}
