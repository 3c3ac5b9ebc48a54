package dev.rbee.contract.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GgufReaderTest {
    private static final Path DEMO = Path.of(System.getProperty("rbee.assets"), "models", "rbee-demo.gguf");

    @TempDir
    Path dir;

    @Test
    void theDemoModelsFacts() {
        GgufInfo info = GgufReader.read(DEMO);
        assertEquals("llama", info.architecture());
        assertEquals("rbee demo", info.name());
        assertEquals("F16", info.quantization());
        assertEquals(2_558_016, info.parameters());
        assertEquals(1024, info.shape().context());
        assertEquals(192, info.shape().embedding());
        assertEquals(1792, info.tokenizer().vocabulary());
        assertEquals(false, info.tokenizer().addBos());
        assertEquals(2, info.tokenizer().eos());
        assertTrue(String.valueOf(info.chatTemplate()).contains("<|im_start|>"));
        assertTrue(info.generates());
        assertEquals("apache-2.0", info.about().licence());
        assertEquals("2.6M", info.about().size());
    }

    @Test
    void whatItsMakersSayIsToldAndNeverMakesAFileUnusable() throws IOException {
        GgufInfo info = GgufReader.read(write(GgufBytes.header(1, 6)
                .key("general.architecture", "llama")
                .key("general.license", "apache-2.0")
                .key("general.organization", "Alibaba")
                .key("general.size_label", "8B")
                .key("general.repo_url", "https://huggingface.co/Qwen/Qwen3-8B")
                .key("general.description", "x".repeat(100_000))
                .tensor("a", 0, 0, 4)
                .pad(32)
                .bytes(16)
                .done()));
        assertEquals(
                new GgufAbout("Alibaba", null, null, "apache-2.0", null, "8B", "https://huggingface.co/Qwen/Qwen3-8B"),
                info.about());
    }

    @Test
    void anEmbeddingModelIsSeen() {
        Path file = Path.of(System.getProperty("rbee.shared"), "models", "all-MiniLM-L6-v2.q8_0.gguf");
        assumeTrue(Files.exists(file), "absent: " + file);
        GgufInfo info = GgufReader.read(file);
        assertTrue(info.embeddingOnly());
        assertFalse(info.generates());
        assertEquals(1, info.poolingType());
        assertEquals(384, info.shape().embedding());
        assertEquals("Q8_0", info.quantization());
    }

    @Test
    void aSoundSmallFile() throws IOException {
        GgufInfo info = GgufReader.read(write(GgufBytes.sound()));
        assertEquals(4, info.parameters());
        assertEquals(Set.of(GgufType.F32), info.types());
        assertEquals("F32", info.quantization());
    }

    @Test
    void aMissingFile() {
        ProblemException e = assertThrows(ProblemException.class, () -> GgufReader.read(dir.resolve("nowhere.gguf")));
        assertEquals(ProblemCode.MODEL_FILE_MISSING, e.problem().code());
    }

    static Stream<Arguments> wrong() {
        GgufBytes twice = GgufBytes.header(1, 2).key("a", 1).key("a", 2);
        return Stream.of(
                Arguments.of("is a directory", null),
                Arguments.of("only 3 bytes", new byte[3]),
                Arguments.of("does not begin with GGUF", new byte[64]),
                Arguments.of(
                        "big-endian", new GgufBytes().i32(0x47475546).bytes(60).done()),
                Arguments.of(
                        "version is 9",
                        new GgufBytes().i32(0x46554747).i32(9).bytes(60).done()),
                Arguments.of("number of tensors is", GgufBytes.header(-1, 1).done()),
                Arguments.of("number of keys is", GgufBytes.header(1, 1L << 40).done()),
                Arguments.of(
                        "length of a key", GgufBytes.header(1, 1).i64(1L << 62).done()),
                Arguments.of(
                        "within the header", GgufBytes.header(1, 1).i64(999).done()),
                Arguments.of("type 77", GgufBytes.header(1, 1).text("k").i32(77).done()),
                Arguments.of(
                        "length of \"k\"",
                        GgufBytes.header(1, 1).text("k").i32(9).i32(4).i64(-5).done()),
                Arguments.of(
                        "type 9",
                        GgufBytes.header(1, 1).text("k").i32(9).i32(9).i64(1).done()),
                Arguments.of("there twice", twice.done()),
                Arguments.of(
                        "names no architecture",
                        GgufBytes.header(1, 0)
                                .tensor("a", 0, 0, 4)
                                .pad(32)
                                .bytes(16)
                                .done()),
                Arguments.of(
                        "no weights",
                        GgufBytes.header(0, 1)
                                .key("general.architecture", "llama")
                                .done()),
                Arguments.of("5 dimensions", tensor("a", 0, 0, 1, 1, 1, 1, 1)),
                Arguments.of("is empty", tensor("a", 0, 0, 0)),
                Arguments.of("beyond 64 bits", tensor("a", 0, 0, 1L << 40, 1L << 40)),
                Arguments.of("type 200", tensor("a", 200, 0, 4)),
                Arguments.of("no multiple of 32", tensor("a", 8, 0, 4)),
                Arguments.of("lies at 64", tensor("a", 0, 64, 4)),
                Arguments.of(
                        "alignment is 33",
                        GgufBytes.header(1, 1).key("general.alignment", 33).done()),
                Arguments.of("cut short", tensor("a", 0, 0, 4000)));
    }

    private static byte[] tensor(String name, int type, long offset, long... dimensions) {
        return GgufBytes.header(1, 1)
                .key("general.architecture", "llama")
                .tensor(name, type, offset, dimensions)
                .pad(32)
                .bytes(16)
                .done();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void wrongFilesAreNamedAsSuch(String why, byte @org.jspecify.annotations.Nullable [] bytes) throws IOException {
        Path file = bytes == null ? dir : write(bytes);
        ProblemException e = assertThrows(ProblemException.class, () -> GgufReader.read(file));
        assertEquals(ProblemCode.MODEL_INVALID, e.problem().code());
        assertTrue(e.problem().message().contains(why), e.problem().message());
    }

    @Test
    void everyCutOfAFileIsAProblemAndNothingElse() throws IOException {
        byte[] whole = GgufBytes.sound();
        for (int length = 0; length < whole.length; length++) {
            Path file = write(Arrays.copyOf(whole, length));
            ProblemException e = assertThrows(ProblemException.class, () -> GgufReader.read(file), "at " + length);
            assertEquals(ProblemCode.MODEL_INVALID, e.problem().code());
        }
    }

    @Test
    void anyDamageIsAProblemAndNothingElse() throws IOException {
        byte[] demo = Arrays.copyOf(Files.readAllBytes(DEMO), 80_000);
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = demo.clone();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                damaged[random.nextInt(round % 2 == 0 ? 1500 : damaged.length)] = (byte) random.nextInt();
            }
            assertThrows(ProblemException.class, () -> GgufReader.read(write(damaged)), "round " + round);
        }
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(dir.resolve("m.gguf"), bytes);
    }
}
