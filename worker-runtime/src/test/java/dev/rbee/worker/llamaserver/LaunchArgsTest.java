package dev.rbee.worker.llamaserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.gguf.GgufReader;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerEngine;
import dev.rbee.worker.child.WorkerChild;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What llama-server is told. */
class LaunchArgsTest {
    private static final GgufInfo MODEL = GgufReader.read(WorkerChild.DEMO);
    private static final ProgramFlags NEW = ProgramFlags.of("""
            -fa,   --flash-attn [on|off|auto]       set Flash Attention use
            -dev,  --device <dev1,dev2,..>          devices
            -fit,  --fit [on|off]                   whether to adjust
            --ui,  --webui, --no-ui, --no-webui     whether to enable the Web UI
            --jinja, --no-jinja                     templates; see --removed-flag
            -cram, --cache-ram N                    cache
            --spec-draft-model, -md, --model-draft FNAME
            --spec-type none,draft-simple           how
            --api-key-file FNAME                    keys
            """);
    private static final ProgramFlags OLD = ProgramFlags.of("""
            -fa,   --flash-attn                     enable Flash Attention
            --no-webui                              disable the Web UI
            -md,   --model-draft FNAME              draft
            """);

    private static WorkerEngine engine(
            String device, @Nullable Integer layers, @Nullable String kv, @Nullable Boolean flash) {
        return new WorkerEngine(
                "llama-server", "/bin/llama", device, layers, kv, flash, "/m/draft.gguf", "/m/p.gguf", null);
    }

    private static List<String> argv(WorkerEngine engine, ProgramFlags flags, @Nullable String device) {
        return LaunchArgs.of(
                plan(engine, 256, 3),
                flags,
                Path.of("/bin/llama"),
                WorkerChild.DEMO,
                Path.of("/k/key"),
                device,
                "n0nce");
    }

    private static LaunchPlan plan(WorkerEngine engine, int context, int slots) {
        return LaunchPlan.of(
                MODEL,
                new LlamaOptions(engine, WorkerChild.DEMO, context, slots, 2, 8, "n0nce", System::nanoTime, () -> {}),
                4);
    }

    private static String after(List<String> argv, String flag) {
        int at = argv.indexOf(flag);
        assertTrue(at > 0, flag + " in " + argv);
        return argv.get(at + 1);
    }

    @Test
    void onTheProcessor() {
        List<String> argv = argv(engine("cpu", null, null, null), NEW, null);
        assertEquals("/bin/llama", argv.getFirst());
        assertEquals("768", after(argv, "--ctx-size"));
        assertEquals("3", after(argv, "--parallel"));
        assertEquals("2", after(argv, "--threads"));
        assertEquals("none", after(argv, "--device"));
        assertEquals("0", after(argv, "--gpu-layers"));
        assertEquals("127.0.0.1", after(argv, "--host"));
        assertEquals("rbee-engine-n0nce", after(argv, "--alias"));
        assertEquals("0", after(argv, "--cache-ram"));
        assertEquals("/m/draft.gguf", after(argv, "--spec-draft-model"));
        assertEquals("draft-simple", after(argv, "--spec-type"));
        assertEquals("/m/p.gguf", after(argv, "--mmproj"));
        assertTrue(argv.contains("--no-ui"));
        assertFalse(argv.contains("--no-webui"));
        assertFalse(argv.contains("--flash-attn"));
        assertFalse(argv.contains("--cache-type-k"));
    }

    @Test
    void onAGpu() {
        List<String> some = argv(engine("GPU-1", 20, "q8_0", null), NEW, "CUDA1");
        assertEquals("20", after(some, "--gpu-layers"));
        assertEquals("CUDA1", after(some, "--device"));
        assertEquals("q8_0", after(some, "--cache-type-v"));
        assertEquals("on", after(some, "--flash-attn"));
        assertFalse(argv(engine("GPU-0", null, null, null), NEW, "CUDA0").contains("--gpu-layers"));
        assertEquals("999", after(argv(engine("GPU-0", null, null, null), OLD, "CUDA0"), "--gpu-layers"));
    }

    @Test
    void olderBuildsHearOnlyWhatTheyKnow() {
        List<String> argv = argv(engine("cpu", null, "q8_0", null), OLD, null);
        assertEquals("/m/draft.gguf", after(argv, "--model-draft"));
        assertTrue(argv.contains("--flash-attn") && !argv.contains("on"));
        assertTrue(argv.contains("--no-webui"));
        assertFalse(argv.contains("--cache-ram") || argv.contains("--device") || argv.contains("--jinja"));
        assertFalse(NEW.has("--removed-flag"), "what an explanation names is no flag");
    }

    @Test
    void whatTheServerWouldEndOverIsRefused() {
        assertThrows(ProblemException.class, () -> plan(engine("cpu", null, "q2_k", null), 256, 1));
        assertThrows(ProblemException.class, () -> plan(engine("cpu", null, "q8_0", false), 256, 1));
        assertThrows(ProblemException.class, () -> plan(engine("cpu", 1000, null, null), 256, 1));
        assertThrows(ProblemException.class, () -> plan(engine("cpu", null, null, null), 1 << 20, 1));
        assertThrows(ProblemException.class, () -> plan(engine("cpu", null, null, null), 256, 0));
    }
}
