package dev.rbee.contract.gguf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages headers: flips, numbers at the edges of what they can be, cuts, repeats, splices. */
final class GgufMutation {
    private static final long[] EDGES = {
        0,
        1,
        2,
        4,
        8,
        0x7f,
        0xff,
        0x7fff_ffffL,
        0x8000_0000L,
        0xffff_ffffL,
        1L << 26,
        1L << 32,
        1L << 40,
        1L << 62,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        -1,
        -2,
        -32
    };

    private GgufMutation() {}

    /** Headers of many kinds, sound ones. */
    static List<byte[]> corpus(Path assets) throws IOException {
        byte[] demo = Files.readAllBytes(assets.resolve("models").resolve("rbee-demo.gguf"));
        return List.of(
                GgufBytes.sound(),
                GgufBytes.layered(),
                GgufBytes.layered(),
                GgufBytes.part(1, 3),
                GgufBytes.projector(),
                Arrays.copyOf(demo, 90_000));
    }

    static byte[] of(List<byte[]> corpus, SplittableRandom random) {
        // The great one costs most of the time and has the least of interest.
        int which = random.nextInt(32) == 0 ? corpus.size() - 1 : random.nextInt(corpus.size() - 1);
        byte[] bytes = corpus.get(which).clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes && bytes.length > 16; i++) {
            bytes = changed(bytes, corpus, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, List<byte[]> corpus, SplittableRandom random) {
        int at = random.nextInt(random.nextBoolean() ? Math.min(bytes.length, 1500) : bytes.length);
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> {
                bytes[at] = (byte) random.nextInt();
                yield bytes;
            }
            case 3 -> {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
            case 4, 5, 6 -> edge(bytes, at, random);
            case 7 -> Arrays.copyOf(bytes, at);
            case 8 -> repeated(bytes, at, random);
            default -> spliced(bytes, at, corpus.get(random.nextInt(corpus.size() - 1)));
        };
    }

    private static byte[] edge(byte[] bytes, int at, SplittableRandom random) {
        long value = EDGES[random.nextInt(EDGES.length)];
        int width = random.nextBoolean() ? 8 : 4;
        for (int i = 0; i < width && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (value >>> (8 * i));
        }
        return bytes;
    }

    private static byte[] repeated(byte[] bytes, int at, SplittableRandom random) {
        int length = 1 + random.nextInt(Math.min(64, bytes.length - at));
        byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
        return longer;
    }

    private static byte[] spliced(byte[] bytes, int at, byte[] other) {
        int from = Math.min(at, other.length);
        byte[] both = Arrays.copyOf(bytes, at + other.length - from);
        System.arraycopy(other, from, both, at, other.length - from);
        return both;
    }
}
