package dev.rbee.service.models.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.models.ModelHeader;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerOptions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FitTest {
    private static final long GB = 1_000_000_000L;

    /** As Qwen3 8B in Q4_K_M has it. */
    private static final ModelHeader EIGHT = header("qwen3", 5 * GB, 0, null, null, 0);

    private static ModelHeader header(
            String architecture,
            long bytes,
            long experts,
            @Nullable Double used,
            @Nullable Integer window,
            long nearPerToken) {
        return new ModelHeader(
                architecture,
                bytes,
                experts,
                used,
                36,
                4096,
                32,
                8,
                128,
                128,
                12_288,
                151_936,
                40_960,
                window,
                "Q4_K_M",
                36L * 8 * 256 - nearPerToken,
                nearPerToken,
                0L,
                350_000_000L,
                510_000_000L,
                false,
                Map.of("Q4_K", 4 * GB, "Q6_K", GB));
    }

    private static FitQuestion ask(ModelHeader model, int ctx, FitEngine engine, WorkerOptions options) {
        return new FitQuestion(model, ctx, 1, engine, options, 0);
    }

    private static WorkerOptions options(@Nullable Integer gpuLayers, @Nullable String kvType) {
        return new WorkerOptions(null, gpuLayers, kvType, null, null, null, null, null);
    }

    @Test
    void shortMemoryIsSaidWithWhatWouldFit() {
        FitResult result =
                Fit.of(FitQuestion.of(EIGHT, 32_768, 1, FitEngine.LLAMA_SERVER), FitMachine.cpu(9 * GB, 8 * GB, 8));
        assertEquals(FitVerdict.TOO_LARGE, result.verdict());
        Integer most = result.maxCtx();
        assertNotNull(most);
        assertTrue(most > 4_096 && most < 32_768, result.words());
        assertTrue(result.words().matches("Short by \\d+\\.\\d GB at 32k; fits at \\d+k\\."), result.words());
        FitResult less =
                Fit.of(FitQuestion.of(EIGHT, most, 1, FitEngine.LLAMA_SERVER), FitMachine.cpu(9 * GB, 8 * GB, 8));
        assertEquals(FitVerdict.FITS, less.verdict(), less.words());
        ProblemException refused = assertThrows(ProblemException.class, result::demand);
        assertEquals("ctx", refused.problem().param());
    }

    @Test
    void whatRunsNowIsNoReasonForever() {
        FitResult result =
                Fit.of(FitQuestion.of(EIGHT, 4_096, 1, FitEngine.LLAMA_SERVER), FitMachine.cpu(32 * GB, 2 * GB, 8));
        assertEquals(FitVerdict.FULL, result.verdict());
        assertNull(result.maxCtx());
        assertTrue(result.words().contains("beside what runs now"), result.words());
        FitResult never =
                Fit.of(FitQuestion.of(EIGHT, 4_096, 1, FitEngine.LLAMA_SERVER), FitMachine.cpu(4 * GB, 2 * GB, 8));
        assertEquals(FitVerdict.TOO_LARGE, never.verdict());
        assertEquals(
                "model",
                assertThrows(ProblemException.class, never::demand).problem().param());
    }

    @Test
    void memoryGrowsWithContextAndSlotsAndShrinksWithTheCachesType() {
        FitMachine machine = FitMachine.cpu(64 * GB, 64 * GB, 8);
        long half = Fit.of(FitQuestion.of(EIGHT, 8_192, 1, FitEngine.LLAMA_SERVER), machine)
                .need()
                .kv();
        assertEquals(36L * 8 * 256 * 2 * 8_192, half);
        assertEquals(
                2 * half,
                Fit.of(FitQuestion.of(EIGHT, 8_192, 2, FitEngine.LLAMA_SERVER), machine)
                        .need()
                        .kv());
        FitQuestion eight = ask(EIGHT, 8_192, FitEngine.LLAMA_SERVER, options(null, "q8_0"));
        assertEquals(half * 34 / 64, Fit.of(eight, machine).need().kv());
    }

    @Test
    void aWindowKeepsTheCacheSmallWhereTheEngineKnowsOfIt() {
        ModelHeader sliding = header("gemma3", 5 * GB, 0, null, 1024, 30L * 8 * 256);
        FitMachine machine = FitMachine.cpu(64 * GB, 64 * GB, 8);
        long server = Fit.of(FitQuestion.of(sliding, 32_768, 1, FitEngine.LLAMA_SERVER), machine)
                .need()
                .kv();
        assertEquals(2L * 8 * 256 * (6 * 32_768 + 30 * 1_536), server);
        long embedded = Fit.of(FitQuestion.of(sliding, 32_768, 1, FitEngine.EMBEDDED), machine)
                .need()
                .kv();
        assertEquals(2L * 8 * 256 * 36 * 32_768, embedded);
    }

    @Test
    void layersGoOntoGpusAsFarAsTheyFit() {
        FitGpu small = new FitGpu("GPU-0", 4 * GB, 3 * GB);
        FitGpu large = new FitGpu("GPU-1", 24 * GB, 23 * GB);
        FitQuestion question = FitQuestion.of(EIGHT, 8_192, 1, FitEngine.LLAMA_SERVER);
        FitResult part = Fit.of(question, new FitMachine(32 * GB, 30 * GB, 8, List.of(small)));
        assertEquals(FitVerdict.PARTIAL, part.verdict(), part.words());
        assertTrue(part.need().gpuLayers() > 5 && part.need().gpuLayers() < 30, part.words());
        assertTrue(part.need().gpus().getFirst() <= small.freeBytes(), part.words());
        FitResult all = Fit.of(question, new FitMachine(32 * GB, 30 * GB, 8, List.of(large)));
        assertEquals(FitVerdict.FITS, all.verdict());
        assertEquals(36, all.need().gpuLayers());
        assertEquals("GPU-1", all.device());
        assertTrue(all.words().contains("all on GPUs"), all.words());
        FitResult both = Fit.of(question, new FitMachine(32 * GB, 30 * GB, 8, List.of(small, small, small)));
        assertEquals(36, both.need().gpuLayers(), both.words());
        FitResult none = Fit.of(
                ask(EIGHT, 8_192, FitEngine.LLAMA_SERVER, options(0, null)),
                new FitMachine(32 * GB, 30 * GB, 8, List.of(large)));
        assertEquals(0, none.need().gpuLayers());
        assertEquals("cpu", none.device());
        FitResult wanted = Fit.of(
                ask(EIGHT, 8_192, FitEngine.LLAMA_SERVER, options(10, null)),
                new FitMachine(32 * GB, 30 * GB, 8, List.of(large)));
        assertEquals(10, wanted.need().gpuLayers());
    }

    @Test
    void onlyWhatCannotBeGivenBackCounts() {
        FitNeed need = Fit.of(
                        FitQuestion.of(EIGHT, 4_096, 1, FitEngine.LLAMA_SERVER), FitMachine.cpu(64 * GB, 64 * GB, 8))
                .need();
        // The CPU's order of Q4_K is a copy beside the mapped file.
        assertEquals(4 * GB, need.resident() - need.host());
    }

    @Test
    void whatWasLearntGoesBeforeWhatIsComputed() {
        FitMachine machine = FitMachine.cpu(64 * GB, 64 * GB, 8);
        FitQuestion question = FitQuestion.of(EIGHT, 4_096, 1, FitEngine.EMBEDDED);
        FitResult learnt = Fit.of(question, machine, new Learnt(7 * GB, 4_000L, 11.5, null));
        assertTrue(learnt.learnt());
        assertEquals(7 * GB, learnt.need().host());
        assertEquals(11.5, learnt.tokensPerSecond());
        assertTrue(learnt.words().contains("about 12 tokens/s"), learnt.words());
        FitResult likely = Fit.of(question, machine, new Learnt(null, null, null, 46.5e9));
        assertEquals(10.0, Objects.requireNonNull(likely.tokensPerSecond()), 0.001);
        assertNull(Fit.of(question, machine).tokensPerSecond());
    }

    @Test
    void expertsThatAreNotUsedAreNotRead() {
        ModelHeader mixture = header("qwen3moe", 18 * GB, 16 * GB, 8 / 128.0, null, 0);
        assertEquals(18e9 - 0.35e9 - 16e9 * 120 / 128, FitSpeed.bytesPerToken(mixture), 1e6);
    }

    @Test
    void theEngineIsChosenByWhatItKnows() {
        EngineInfo embedded = new EngineInfo("embedded", "1", true, null);
        EngineInfo server = new EngineInfo("llama-server", "b1", true, null);
        ModelHeader old = header("llama", GB, 0, null, null, 0);
        assertEquals(
                FitEngine.EMBEDDED,
                EngineRule.choose(old, List.of(embedded, server), null, false).engine());
        assertEquals(
                FitEngine.LLAMA_SERVER,
                EngineRule.choose(old, List.of(embedded, server), "auto", true).engine());
        assertEquals(
                FitEngine.LLAMA_SERVER,
                EngineRule.choose(EIGHT, List.of(embedded, server), null, false).engine());
        EngineRule.Choice none = EngineRule.choose(EIGHT, List.of(embedded), null, false);
        assertNull(none.engine());
        assertTrue(String.valueOf(none.why()).contains("qwen3"), none.why());
        assertNull(
                EngineRule.choose(old, List.of(embedded), "llama-server", false).engine());
    }

    @Test
    void absurdHeadersMakeNoAbsurdAnswers() {
        int most = Integer.MAX_VALUE;
        ModelHeader absurd = new ModelHeader(
                "llama",
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                1.0,
                most,
                most,
                most,
                most,
                most,
                most,
                most,
                most,
                most,
                most,
                null,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                null,
                Map.of("Q4_0", Long.MAX_VALUE));
        for (FitEngine engine : FitEngine.values()) {
            FitResult result = Fit.of(
                    FitQuestion.of(absurd, most, 64, engine),
                    new FitMachine(
                            Long.MAX_VALUE / 4,
                            Long.MAX_VALUE / 4,
                            1,
                            List.of(new FitGpu("GPU-0", 1L << 40, 1L << 40))));
            assertEquals(FitVerdict.TOO_LARGE, result.verdict());
            assertTrue(result.need().host() > 0);
        }
        ModelHeader nothing = new ModelHeader(
                "llama", 1, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null);
        assertEquals(
                FitVerdict.FITS,
                Fit.of(FitQuestion.of(nothing, 1, 1, FitEngine.EMBEDDED), FitMachine.cpu(GB, GB, 1))
                        .verdict());
    }
}
