package dev.rbee.service.hive.engines;

import dev.rbee.contract.jobs.Transfer;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.models.fetch.FetchControl;
import dev.rbee.service.models.fetch.FetchRequest;
import dev.rbee.service.models.fetch.FetchSource;
import dev.rbee.service.models.fetch.Fetcher;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Archives from outside, fetched the way models are: only https, no private addresses, hashed while they come. */
public final class FetchedEngine implements EngineSource {
    private final Fetcher fetcher;
    private final LongSupplier nanos;

    /** By that fetcher. */
    public FetchedEngine(Fetcher fetcher, LongSupplier nanos) {
        this.fetcher = fetcher;
        this.nanos = nanos;
    }

    @Override
    public void fetch(String url, String sha256, Path target, JobContext job) {
        String name = url.replaceFirst("[?#].*", "").replaceFirst(".*/", "");
        long start = nanos.getAsLong();
        FetchControl control =
                new FetchControl((phase, done, total) -> job.transfer(transfer(name, phase, done, total, start)));
        job.onCancel(control::stop);
        Path part = target.resolveSibling("archive.part");
        var fetched = fetcher.fetch(
                new FetchRequest(name, new FetchSource.Outside(url, null), part, null, sha256, hash -> target),
                control);
        if (!fetched.sha256().equals(sha256)) {
            throw ProblemException.of(
                    ProblemCode.HASH_MISMATCH, "The SHA-256 of " + name + " is another one.", "Do not use that file.");
        }
    }

    private Transfer transfer(String name, String phase, long done, @Nullable Long total, long start) {
        double seconds = (nanos.getAsLong() - start) / 1e9;
        double speed = seconds > 0.2 ? done / seconds : 0;
        Double eta = total == null || speed <= 0 ? null : Double.valueOf((total - done) / speed);
        return new Transfer(name, phase.equals("waiting") ? "connecting" : phase, done, total, speed, eta);
    }
}
