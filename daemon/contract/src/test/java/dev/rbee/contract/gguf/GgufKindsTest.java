package dev.rbee.contract.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.models.ModelHeader;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufKindsTest {
    @TempDir
    Path dir;

    @Test
    void layersAreToldApart() throws IOException {
        ModelHeader header = model(GgufBytes.layered()).header();
        assertEquals(512, header.window());
        // Layer 0 slides with 2 heads, layer 1 sees all with 1; a head's keys and values are 16 wide each.
        assertEquals(2 * 32, header.kvPerWindowToken());
        assertEquals(32, header.kvPerToken());
        assertEquals(64 * 32 * 4 / 32 * 18, header.expertBytes());
        assertEquals(0.25, header.expertsUsed());
        assertEquals(1024, header.tokenBytes());
        assertEquals(1024, header.outputBytes());
        assertEquals(4, header.vocabulary());
        assertEquals(Map.of("F32", 1024L, "F16", 8192L, "Q4_0", 2304L + 4608L), header.types());
    }

    @Test
    void aProjectorAndAPartAreNoModels() throws IOException {
        assertEquals(GgufKind.PROJECTOR, inspect(GgufBytes.projector()).kind());
        GgufFile part = inspect(GgufBytes.part(1, 3));
        assertEquals(GgufKind.PART, part.kind());
        assertEquals(new GgufSplit(1, 3, 3), part.split());
        assertTrue(message(() -> GgufReader.read(write("mmproj.gguf", GgufBytes.projector())))
                .contains("projector"));
        assertTrue(message(() -> GgufReader.read(write("p.gguf", GgufBytes.part(2, 3))))
                .contains("later part"));
        assertTrue(message(() -> inspect(GgufBytes.part(3, 3))).contains("part 3 of 3"));
    }

    @Test
    void partsAreReadTogether() throws IOException {
        Path first = write("m-00001-of-00003.gguf", first(3));
        write("m-00002-of-00003.gguf", GgufBytes.part(1, 3));
        Path last = write("m-00003-of-00003.gguf", GgufBytes.part(2, 3));
        GgufInfo info = GgufReader.read(first);
        assertEquals(3, info.tensors());
        assertEquals(4 + 8 + 8, info.parameters());
        assertEquals("llama", info.architecture());
        Files.delete(last);
        ProblemException missing = assertThrows(ProblemException.class, () -> GgufReader.read(first));
        assertEquals(ProblemCode.MODEL_FILE_MISSING, missing.problem().code());
        Files.write(last, GgufBytes.part(1, 3));
        assertTrue(message(() -> GgufReader.read(first)).contains("not part 3"));
    }

    @Test
    void namesOfParts() {
        assertEquals(
                List.of("a-00001-of-00002.gguf", "a-00002-of-00002.gguf"), GgufSets.names("a-00002-of-00002.gguf"));
        assertEquals(List.of("a.gguf"), GgufSets.names("a.gguf"));
        assertEquals("a.gguf", GgufSets.whole("a-00001-of-00002.gguf"));
        assertEquals(List.of("a-00001-of-99999.gguf"), GgufSets.names("a-00001-of-99999.gguf"));
    }

    @Test
    void recurrentLayersKeepAStateAndNoKeys() throws IOException {
        byte[] mixed = GgufBytes.header(1, 7)
                .key("general.architecture", "lfm2")
                .key("lfm2.block_count", 3)
                .key("lfm2.embedding_length", 64)
                .key("lfm2.attention.head_count", 4)
                .numbers("lfm2.attention.head_count_kv", 0, 2, 0)
                .key("lfm2.shortconv.l_cache", 3)
                .key("lfm2.context_length", 100)
                .tensor("a", 0, 0, 4)
                .pad(32)
                .bytes(16)
                .done();
        GgufCache cache = model(mixed).cache();
        assertEquals(2 * 2 * 16, cache.perToken());
        assertEquals(2 * 64 * 2 * 4, cache.stateBytes());
        assertEquals(0, cache.perWindowToken());
    }

    @Test
    void onlyWhatIsNeededIsFetched() throws IOException {
        byte[] bytes = new GgufBytes()
                .raw(GgufBytes.header(1, 2).done())
                .key("general.architecture", "llama")
                .text("tokenizer.ggml.scores")
                .i32(9)
                .i32(6)
                .i64(1_000_000)
                .bytes(4_000_000)
                .tensor("a", 0, 0, 4)
                .pad(32)
                .bytes(16)
                .done();
        long[] fetched = new long[1];
        ByteSource whole = ByteSource.of(bytes);
        ByteSource counting = new ByteSource() {
            @Override
            public long size() {
                return whole.size();
            }

            @Override
            public int read(long at, byte[] into, int from, int length) throws IOException {
                int count = whole.read(at, into, from, length);
                fetched[0] += count;
                return count;
            }
        };
        assertNotNull(GgufReader.inspect(counting, "far").info());
        assertTrue(fetched[0] < 200_000, "fetched " + fetched[0]);
    }

    @Test
    void aVocabularyIsSaidToBeOne() throws IOException {
        GgufFile file = inspect(
                GgufBytes.header(0, 1).key("general.architecture", "llama").done());
        assertEquals(GgufKind.OTHER, file.kind());
        assertNull(file.info());
    }

    private static byte[] first(int count) {
        return GgufBytes.header(1, 4)
                .key("general.architecture", "llama")
                .small("split.no", 0)
                .small("split.count", count)
                .key("split.tensors.count", count)
                .tensor("a", 0, 0, 4)
                .pad(32)
                .bytes(16)
                .done();
    }

    private static GgufFile inspect(byte[] bytes) throws IOException {
        return GgufReader.inspect(ByteSource.of(bytes), "m.gguf");
    }

    private static GgufInfo model(byte[] bytes) throws IOException {
        return GgufReader.model(inspect(bytes), "m.gguf");
    }

    private static String message(org.junit.jupiter.api.function.Executable call) {
        return String.valueOf(assertThrows(ProblemException.class, call).getMessage());
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(dir.resolve(name), bytes);
    }
}
