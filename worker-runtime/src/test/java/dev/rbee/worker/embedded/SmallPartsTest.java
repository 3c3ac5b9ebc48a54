package dev.rbee.worker.embedded;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.gguf.GgufTokenizer;
import dev.rbee.worker.engine.GenerationSpec;
import dev.rbee.worker.engine.Sampling;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SmallPartsTest {
    private static GgufTokenizer tokenizer(String model, @Nullable String pre, @Nullable Boolean addBos) {
        return new GgufTokenizer(model, pre, 100, addBos, null, 5, 6, 7);
    }

    @Test
    void marksAroundATextAreAsTheLibrarySetsThem() {
        assertArrayEquals(
                new int[] {5, 1, 2}, Specials.of(tokenizer("llama", null, null)).around(new int[] {1, 2}));
        assertArrayEquals(
                new int[] {1}, Specials.of(tokenizer("gpt2", "gpt-2", null)).around(new int[] {1}));
        assertArrayEquals(
                new int[] {5, 1},
                Specials.of(tokenizer("gpt2", "llama-bpe", null)).around(new int[] {1}));
        assertArrayEquals(
                new int[] {1}, Specials.of(tokenizer("llama", null, false)).around(new int[] {1}));
        assertArrayEquals(
                new int[] {5, 1, 6}, Specials.of(tokenizer("bert", null, null)).around(new int[] {1}));
    }

    @Test
    void theTaskNeverAsksForProbabilities() {
        Sampling sampling = new Sampling(0.5, 0.9, 40, 0.1, -1L, 0.1, 0.2, 1.1);
        GenerationSpec spec = new GenerationSpec("r", "p", 3, sampling, List.of("x"), "root ::= \"a\"", true);
        String task = new TaskJson(Set.of(6)).generation(1, new int[] {8, 9}, 3, spec);
        assertFalse(task.contains("probs"), task);
        assertTrue(task.contains("\"prompt\":[8,9]"), task);
        assertTrue(task.contains("\"logit_bias\":[[6,false]]"), task);
        assertTrue(task.contains("\"seed\":0,"), task);
    }

    @Test
    void tokensThatEndAnAnswerAreThoseOfTheHeaderAndThoseOfKnownTexts() {
        SortedSet<Integer> ends = EndTokens.of(
                tokenizer("gpt2", null, null),
                text -> text.equals("<|endoftext|>") ? new int[] {0} : new int[] {1, 2, 3});
        assertEquals(Set.of(0, 6, 7), ends);
    }

    @Test
    void seedsFitTheLibrary() {
        for (long seed : new long[] {0, 1, -1, Long.MIN_VALUE, 0xffff_ffffL, 42}) {
            long folded = TaskJson.seed(seed);
            assertTrue(folded >= 0 && folded < 0xffff_ffffL, seed + " is " + folded);
        }
        assertEquals(42, TaskJson.seed(42));
    }

    @Test
    void piecesAreCountedAlsoWhereACharacterIsSeveralTokens() {
        // Every character above ASCII is two tokens here.
        PieceCount count = new PieceCount(
                text -> text.codePoints().map(c -> c < 0x80 ? 1 : 2).sum());
        count.add("Hello");
        count.add("\uD83D\uDE00");
        count.add("");
        assertEquals(4, count.count());
        assertTrue(count.lastEmpty());
    }

    @Test
    void chunksFollowTheMachinesSpeed() {
        Chunks chunks = new Chunks(512);
        assertEquals(64, chunks.size());
        chunks.took(64, 1_000_000);
        assertEquals(128, chunks.size());
        chunks.took(128, 3_000_000_000L);
        assertEquals(64, chunks.size());
        for (int i = 0; i < 9; i++) {
            chunks.took(chunks.size(), 1);
        }
        assertEquals(512, chunks.size());
        for (int i = 0; i < 9; i++) {
            chunks.took(chunks.size(), Long.MAX_VALUE / 2);
        }
        assertEquals(16, chunks.size());
    }

    @Test
    void vectorsGetLengthOne() {
        float[] unit = Embedder.normalised(new float[] {3, 4});
        assertEquals(0.6f, unit[0], 1e-6);
        assertEquals(0.8f, unit[1], 1e-6);
        assertArrayEquals(new float[] {0, 0}, Embedder.normalised(new float[] {0, 0}));
    }
}
