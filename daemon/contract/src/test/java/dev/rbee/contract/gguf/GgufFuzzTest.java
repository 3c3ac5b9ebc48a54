package dev.rbee.contract.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A small run of {@link GgufFuzz}; docs/benchmarks.md has the great one. */
class GgufFuzzTest {
    private static final int COUNT = 200_000;
    private static final long SEED = 20_261_121;

    @Test
    void damagedHeadersAreProblemsAndCostLittle() throws IOException {
        GgufFuzz fuzz = new GgufFuzz(GgufMutation.corpus(Path.of(System.getProperty("rbee.assets"))), SEED);
        fuzz.run(0, 2_000); // the first ones are interpreted
        GgufFuzz measured = new GgufFuzz(GgufMutation.corpus(Path.of(System.getProperty("rbee.assets"))), SEED);
        measured.run(0, COUNT);
        System.out.println(measured);
        assertEquals(COUNT, measured.read() + measured.refused());
        assertTrue(measured.read() > COUNT / 1000, "damage that hits nothing leaves the header readable: " + measured);
        assertTrue(measured.worstBytes() < 16 << 20, measured.toString());
    }
}
