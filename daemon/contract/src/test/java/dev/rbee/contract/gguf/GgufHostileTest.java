package dev.rbee.contract.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to harm whoever believes them: one for each kind of hole that GGUF readers had. */
class GgufHostileTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Arguments> files() {
        return Stream.of(
                // CVE-2024-21802: more dimensions than the array for them has places
                file("dimensions", tensor(0, 0, 1, 1, 1, 1, 1, 1, 1, 1)),
                // CVE-2025-49847: a token longer than an int can say
                file("token", texts(0x8000_0001L)),
                file("token beyond the file", texts(1L << 31)),
                // CVE-2025-53630: sizes whose sum passes 64 bits
                file("sum", two(1L << 60, 1L << 60)),
                // CVE-2026-27940: the same through the padding
                file("padding", tensor(0, 0, Long.MAX_VALUE / 4)),
                // CVE-2026-33298: a product of dimensions that becomes small again
                file("product", tensor(0, 0, 1L << 32, 1L << 32)),
                file("product of three", tensor(0, 0, 1L << 21, 1L << 21, 1L << 22)),
                // CVE-2026-7482: weights that are not in the file
                file("beyond the end", tensor(0, 0, 1L << 20)),
                file("a place beyond the end", tensor(0, 1L << 40, 4)),
                file("a negative dimension", tensor(0, 0, -4)),
                file("a row that is no whole block", tensor(2, 0, 31)),
                // counts that would take all memory if believed
                file("tensors", GgufBytes.header(Long.MAX_VALUE, 0).done()),
                file("keys", GgufBytes.header(0, Long.MAX_VALUE).done()),
                file(
                        "list of lists",
                        GgufBytes.header(0, 1)
                                .text("k")
                                .i32(9)
                                .i32(9)
                                .i64(1 << 20)
                                .done()),
                file(
                        "long list",
                        GgufBytes.header(0, 1)
                                .text("k")
                                .i32(9)
                                .i32(8)
                                .i64(1L << 62)
                                .done()),
                file("layers", layers("llama.block_count")),
                file("heads", layers("llama.attention.head_count")),
                file("width", layers("llama.embedding_length")),
                file(
                        "alignment 0",
                        GgufBytes.header(1, 1).key("general.alignment", 0).done()),
                file(
                        "alignment of 2 GiB",
                        GgufBytes.header(1, 1).key("general.alignment", 1 << 30).done()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isRefusedWithoutMuchAdo(String name, byte[] bytes) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        ProblemException e = assertThrows(ProblemException.class, () -> GgufReader.inspect(ByteSource.of(bytes), name));
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertEquals(ProblemCode.MODEL_INVALID, e.problem().code());
        assertTrue(allocated < 4 << 20, name + " took " + allocated + " bytes");
    }

    private static Arguments file(String name, byte[] bytes) {
        return Arguments.of(name, bytes);
    }

    private static byte[] tensor(int type, long offset, long... dimensions) {
        return GgufBytes.header(1, 1)
                .key("general.architecture", "llama")
                .tensor("a", type, offset, dimensions)
                .pad(32)
                .bytes(4096)
                .done();
    }

    private static byte[] two(long first, long second) {
        return GgufBytes.header(2, 1)
                .key("general.architecture", "llama")
                .tensor("a", 0, 0, first)
                .tensor("b", 0, first * 4, second)
                .pad(32)
                .bytes(4096)
                .done();
    }

    private static byte[] texts(long length) {
        return GgufBytes.header(0, 1)
                .text("tokenizer.ggml.tokens")
                .i32(9)
                .i32(8)
                .i64(3)
                .i64(length)
                .bytes(4096)
                .done();
    }

    private static byte[] layers(String key) {
        return GgufBytes.header(1, 2)
                .key("general.architecture", "llama")
                .key(key, Integer.MAX_VALUE)
                .tensor("a", 0, 0, 4)
                .pad(32)
                .bytes(16)
                .done();
    }
}
