package dev.rbee.contract.gguf;

import com.sun.management.ThreadMXBean;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Reads damaged headers, as many as wished, each made from the seed and its number alone: {@code GgufFuzz COUNT SEED}. Says the worst time of the
 * processor and the most bytes allocated for one, and fails on anything but a plain answer or {@code model_invalid}.
 */
public final class GgufFuzz {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** What a source may say that it has, whatever it has. */
    private static final long LIE = 1L << 40;

    private final List<byte[]> corpus;
    private final long seed;
    private long read;
    private long refused;
    private long worstNanos;
    private long worstBytes;
    private long worstTime;
    private long worstSize;

    GgufFuzz(List<byte[]> corpus, long seed) {
        this.corpus = corpus;
        this.seed = seed;
    }

    /** The numbers of headers from {@code first} on. */
    GgufFuzz run(long first, long count) {
        for (long number = first; number < first + count; number++) {
            one(number);
        }
        return this;
    }

    private void one(long number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        byte[] bytes = GgufMutation.of(corpus, random);
        ByteSource source = random.nextInt(8) == 0 ? new Liar(bytes) : ByteSource.of(bytes);
        long cpu = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        try {
            GgufFile file = GgufReader.inspect(source, "fuzzed");
            GgufInfo info = file.info();
            if (info != null && info.header().tensorBytes() < 0) {
                throw new IllegalStateException("negative size");
            }
            read++;
        } catch (ProblemException e) {
            if (e.problem().code() != ProblemCode.MODEL_INVALID) {
                throw new IllegalStateException("seed " + seed + " number " + number, e);
            }
            refused++;
        } catch (IOException | RuntimeException | Error e) { // whatever else comes is what is looked for
            throw new IllegalStateException("seed " + seed + " number " + number, e);
        }
        allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        cpu = THREADS.getCurrentThreadCpuTime() - cpu;
        if (cpu > worstNanos) {
            worstNanos = cpu;
            worstTime = number;
        }
        if (allocated > worstBytes) {
            worstBytes = allocated;
            worstSize = number;
        }
    }

    long worstNanos() {
        return worstNanos;
    }

    long worstBytes() {
        return worstBytes;
    }

    long read() {
        return read;
    }

    long refused() {
        return refused;
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + (read + refused) + " headers, " + read + " of them readable, worst "
                + worstNanos / 1_000 + " us (number " + worstTime + "), " + worstBytes / 1024 + " KiB (number "
                + worstSize
                + ")";
    }

    /** {@code COUNT SEED}; the headers are made from the demo model in the folder {@code rbee.assets}. */
    public static void main(String[] args) throws IOException {
        long count = Long.parseLong(args[0]);
        GgufFuzz fuzz =
                new GgufFuzz(GgufMutation.corpus(Path.of(System.getProperty("rbee.assets"))), Long.parseLong(args[1]));
        fuzz.run(0, 20_000); // warms up
        GgufFuzz measured = new GgufFuzz(fuzz.corpus, fuzz.seed);
        for (long done = 0; done < count; done += 1_000_000) {
            System.out.println(measured.run(done, Math.min(1_000_000, count - done)));
        }
    }

    /** Says that it is great, and is zeros after its first bytes. */
    private static final class Liar implements ByteSource {
        private final byte[] bytes;

        Liar(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return LIE;
        }

        @Override
        public int read(long at, byte[] into, int from, int length) {
            for (int i = 0; i < length; i++) {
                into[from + i] = at + i < bytes.length ? bytes[(int) (at + i)] : 0;
            }
            return length;
        }
    }
}
