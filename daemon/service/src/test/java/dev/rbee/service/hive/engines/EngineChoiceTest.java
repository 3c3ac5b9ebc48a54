package dev.rbee.service.hive.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.gguf.GgufReader;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.Device;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.WorkerEngine;
import dev.rbee.contract.workers.WorkerOptions;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which engine a worker gets. */
class EngineChoiceTest {
    private static final GgufInfo DEMO =
            GgufReader.read(Path.of(System.getProperty("rbee.assets"), "models", "rbee-demo.gguf"));
    private static final GgufInfo NEW = new GgufInfo(
            DEMO.version(),
            "qwen3",
            DEMO.name(),
            DEMO.chatTemplate(),
            DEMO.poolingType(),
            DEMO.causal(),
            DEMO.fileType(),
            DEMO.quantization(),
            DEMO.weights(),
            DEMO.fileBytes(),
            DEMO.shape(),
            DEMO.cache(),
            DEMO.tokenizer(),
            DEMO.split(),
            DEMO.about());
    private static final EngineInfo EMBEDDED = new EngineInfo("embedded", "b4916", true, null);
    private static final EngineInfo NO_AVX = new EngineInfo("embedded", "b4916", false, "no AVX2");

    private static EngineInfo llama(String... devices) {
        return new EngineInfo(
                "llama-server", "b1", true, null, "/opt/llama-server", "path", true, List.of(devices), null);
    }

    private static WorkerOptions engine(@Nullable String engine, @Nullable Integer layers, @Nullable String kv) {
        return new WorkerOptions(engine, layers, kv, null, null, null, 7, null);
    }

    private static SpawnWorker request(@Nullable String backend, @Nullable String device, WorkerOptions options) {
        return new SpawnWorker(
                "m", null, backend, device == null ? null : new Device(device), null, null, null, null, null, options);
    }

    private static WorkerEngine plan(GgufInfo model, SpawnWorker request, @Nullable EngineInfo llama, String prefer) {
        String device = EnginePlan.device(request, List.of("GPU-0", "GPU-1"));
        return EnginePlan.of(
                model,
                request,
                device,
                Path.of("/m/mmproj.gguf"),
                null,
                new EngineChoice.Shelf("hive-1", EMBEDDED, llama, prefer));
    }

    private static String refused(GgufInfo model, SpawnWorker request, @Nullable EngineInfo llama, String prefer) {
        return assertThrows(ProblemException.class, () -> plan(model, request, llama, prefer))
                .problem()
                .code()
                .wire();
    }

    private static final SpawnWorker PLAIN = request(null, null, WorkerOptions.NONE);

    @Test
    void byItself() {
        assertEquals("embedded", plan(DEMO, PLAIN, null, "auto").name());
        assertEquals("llama-server", plan(DEMO, PLAIN, llama(), "auto").name());
        assertEquals("embedded", plan(DEMO, PLAIN, llama(), "embedded").name());
        assertEquals("llama-server", plan(NEW, PLAIN, llama(), "auto").name());
        // A preference is no demand.
        assertEquals("llama-server", plan(NEW, PLAIN, llama(), "embedded").name());
        assertEquals("embedded", plan(DEMO, PLAIN, null, "llama-server").name());
    }

    @Test
    void aModelThatNoneKnowsSaysWhatToInstall() {
        ProblemException missing = assertThrows(ProblemException.class, () -> plan(NEW, PLAIN, null, "auto"));
        assertEquals("engine_missing", missing.problem().code().wire());
        assertTrue(missing.problem().message().contains("qwen3"), missing.toString());
        assertTrue(String.valueOf(missing.problem().hint()).contains("rbee engine install --hive hive-1"));
        assertEquals(
                "engine_missing", refused(NEW, request(null, null, engine("embedded", null, null)), llama(), "auto"));
        assertEquals(
                "engine_missing", refused(DEMO, request(null, null, engine("llama-server", null, null)), null, "auto"));
        assertEquals(
                "engine_missing",
                assertThrows(
                                ProblemException.class,
                                () -> EngineChoice.choose(
                                        DEMO,
                                        WorkerOptions.NONE,
                                        false,
                                        new EngineChoice.Shelf("h", NO_AVX, null, "auto")))
                        .problem()
                        .code()
                        .wire());
    }

    @Test
    void asAsked() {
        assertEquals(
                "embedded",
                plan(DEMO, request(null, null, engine("embedded", null, null)), llama(), "auto")
                        .name());
        assertEquals(
                "llama-server",
                plan(DEMO, request("llama-server", null, WorkerOptions.NONE), llama(), "embedded")
                        .name());
        assertEquals("engine_missing", refused(DEMO, request(null, null, engine(null, 20, null)), null, "auto"));
        assertEquals("engine_missing", refused(DEMO, request(null, null, engine(null, null, "q8_0")), null, "auto"));
        assertEquals(
                "invalid_field",
                refused(DEMO, request(null, null, engine("embedded", 5, null)), llama("CUDA0: x"), "auto"));
        assertEquals("invalid_field", refused(DEMO, request("quantum", null, WorkerOptions.NONE), llama(), "auto"));
        assertEquals("invalid_field", refused(DEMO, request(null, "GPU-7", WorkerOptions.NONE), llama(), "auto"));
    }

    @Test
    void devices() {
        EngineInfo cuda = llama("CUDA0: a", "CUDA1: b");
        assertEquals("gpu", plan(DEMO, PLAIN, cuda, "auto").device());
        assertEquals("cpu", plan(DEMO, PLAIN, llama(), "auto").device());
        assertEquals(
                "GPU-1",
                plan(DEMO, request(null, "1", WorkerOptions.NONE), cuda, "auto").device());
        assertEquals(
                "cpu",
                plan(DEMO, request("cpu", null, WorkerOptions.NONE), cuda, "auto")
                        .device());
        WorkerEngine none = plan(DEMO, request(null, null, engine(null, 0, null)), cuda, "auto");
        assertEquals("cpu", none.device());
        assertEquals(0, none.gpuLayers());
        assertEquals(7, none.idleS());
        assertEquals("engine_missing", refused(DEMO, request(null, "GPU-0", WorkerOptions.NONE), llama(), "auto"));
    }

    @Test
    void theProjectorComesAlongUnlessItIsUnwanted() {
        assertEquals("/m/mmproj.gguf", plan(DEMO, PLAIN, llama(), "auto").mmprojPath());
        WorkerOptions blind = new WorkerOptions(null, null, null, null, null, false, null, null);
        assertNull(plan(DEMO, request(null, null, blind), llama(), "auto").mmprojPath());
        assertNull(plan(DEMO, PLAIN, null, "auto").mmprojPath());
    }
}
