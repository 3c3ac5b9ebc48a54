package dev.rbee.worker.serve;

import dev.rbee.worker.engine.Engine;
import dev.rbee.worker.engine.EngineFacts;
import dev.rbee.worker.engine.SlotUse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code GET /v1/info} of a worker says beside what all daemons say. */
final class InfoDetails {
    private InfoDetails() {}

    static Map<String, Object> of(Identity self, Life life, Running running) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("worker_id", self.workerId());
        details.put("hive_id", self.hiveId());
        details.put("model", self.model());
        details.put("state", life.phase().health());
        details.put("requests_running", running.count());
        Engine engine = life.engine();
        details.put("memory_bytes", Memory.resident() + (engine == null ? 0 : engine.memory()));
        if (engine != null) {
            engine(details, engine.facts(), engine.use());
        }
        return details;
    }

    private static void engine(Map<String, Object> details, EngineFacts facts, SlotUse use) {
        details.put("implementation", facts.implementation());
        details.put("backend", facts.backend());
        details.put("context", facts.context());
        details.put("threads", facts.threads());
        details.put("slots_total", use.total());
        details.put("slots_busy", use.busy());
        details.put("slots_available", use.free());
        details.put("queue", use.waiting());
        details.put("generates", facts.generates());
        details.put("embeddings", facts.embeddings());
        details.put("template", facts.template());
        details.put("engine", facts.run().engine());
        details.put("device", facts.run().device());
        details.put("kv_type", facts.run().kvType());
        put(details, "gpu_layers", facts.run().gpuLayers());
        details.put("vision", facts.vision());
        details.put("load_ms", facts.loadMs());
        details.put("architecture", facts.model().architecture());
        details.put("quantization", facts.model().quantization());
        details.put("parameters", facts.model().parameters());
        put(details, "model_name", facts.model().name());
        put(details, "embedding_length", facts.model().shape().embedding());
        put(details, "trained_context", facts.model().shape().context());
    }

    private static void put(Map<String, Object> details, String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value);
        }
    }
}
