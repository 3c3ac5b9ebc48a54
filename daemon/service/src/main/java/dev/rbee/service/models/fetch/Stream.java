package dev.rbee.service.models.fetch;

import dev.rbee.contract.problem.ProblemCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;
import okio.BufferedSource;

/** Takes an answer's bytes to their places in a part. One connection's thread. */
final class Stream {
    private static final int BUFFER = 256 << 10;
    /** What came from a slow source is written so often at least, nanoseconds. */
    private static final long PATIENT = 500_000_000;

    private final PartFile part;
    private final Throttle throttle;
    private final FetchControl control;
    private final LongSupplier nanos;
    private final Progress progress;
    private final Patience patience;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);

    Stream(
            FetchSetup setup,
            PartFile part,
            FetchRequest request,
            FetchControl control,
            Progress progress,
            Patience patience) {
        this.part = part;
        this.throttle = request.source() instanceof FetchSource.Fleet ? Throttle.none() : setup.throttle();
        this.control = control;
        this.nanos = setup.nanos();
        this.progress = progress;
        this.patience = patience;
    }

    /**
     * Reads some bytes, at most {@code most}, and writes them to {@code at}; how many, 0 at the end of the answer. What came before a failure is
     * written before it is thrown.
     */
    int some(BufferedSource in, long at, long most) throws IOException, InterruptedException {
        buffer.clear().limit((int) Math.min(BUFFER, most));
        IOException failure = null;
        try {
            fill(in);
        } catch (IOException e) {
            failure = e;
        }
        buffer.flip();
        int count = buffer.remaining();
        if (count > 0) {
            write(at);
            progress.came(count);
            patience.progress(count);
        }
        if (failure != null && count == 0) {
            throw failure;
        }
        long wait = count == 0 ? 0 : throttle.take(count);
        if (wait > 0) {
            control.pause(wait);
        }
        return count;
    }

    private void fill(BufferedSource in) throws IOException {
        long start = nanos.getAsLong();
        while (buffer.hasRemaining()) {
            if (in.read(buffer) < 0 || nanos.getAsLong() - start > PATIENT) {
                return;
            }
        }
    }

    private void write(long at) throws IOException {
        try {
            part.write(buffer, at);
        } catch (SourceFault e) {
            throw e;
        } catch (IOException e) {
            throw disk(e);
        }
    }

    private static IOException disk(IOException e) {
        IOException meaning = DiskSpace.of(e);
        return meaning instanceof SourceFault
                ? meaning
                : SourceFault.lost(
                        ProblemCode.INTERNAL_ERROR, "The disk cannot be written: " + e.getMessage() + ".", "Check it.");
    }
}
