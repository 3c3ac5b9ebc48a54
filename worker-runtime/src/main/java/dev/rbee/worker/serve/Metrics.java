package dev.rbee.worker.serve;

import dev.rbee.worker.engine.Engine;
import dev.rbee.worker.engine.SlotUse;

/** {@code GET /metrics} in the text form of Prometheus. */
final class Metrics {
    private final String model;
    private final Life life;
    private final Counters counters;
    private final Running running;

    Metrics(String model, Life life, Counters counters, Running running) {
        this.model = model;
        this.life = life;
        this.counters = counters;
        this.running = running;
    }

    String text() {
        StringBuilder out = new StringBuilder();
        Engine engine = life.engine();
        SlotUse use = engine == null ? new SlotUse(0, 0, 0) : engine.use();
        gauge(out, "rbee_worker_up", "1 once the model is loaded", engine == null ? 0 : 1);
        gauge(out, "rbee_worker_draining", "1 while it takes nothing new", life.phase() == Phase.DRAINING ? 1 : 0);
        gauge(out, "rbee_worker_slots", "answers at a time", use.total());
        gauge(out, "rbee_worker_slots_busy", "slots with a request", use.busy());
        gauge(out, "rbee_worker_queue", "requests without a slot", use.waiting());
        gauge(out, "rbee_worker_requests_running", "requests not yet answered", running.count());
        gauge(out, "rbee_worker_tokens_per_second", "of the last answers, per slot", counters.tokensPerSecond());
        gauge(out, "rbee_worker_resident_bytes", "resident memory", (double)
                (Memory.resident() + (engine == null ? 0 : engine.memory())));
        counter(out, "rbee_worker_requests_answered_total", "whole answers", counters.answered.sum());
        counter(out, "rbee_worker_requests_failed_total", "failed in the engine", counters.failed.sum());
        counter(out, "rbee_worker_requests_cancelled_total", "cancelled", counters.cancelled.sum());
        counter(out, "rbee_worker_requests_refused_total", "refused before a slot", counters.refused.sum());
        counter(out, "rbee_worker_embeddings_total", "texts embedded", counters.embeddings.sum());
        counter(out, "rbee_worker_prompt_tokens_total", "tokens read", counters.promptTokens.sum());
        counter(out, "rbee_worker_completion_tokens_total", "tokens made", counters.completionTokens.sum());
        counter(out, "rbee_worker_prompt_seconds_total", "time reading", counters.promptSeconds.sum());
        counter(out, "rbee_worker_predicted_seconds_total", "time making", counters.predictedSeconds.sum());
        counter(out, "rbee_worker_first_token_seconds_total", "time to first tokens", counters.firstTokenSeconds.sum());
        return out.toString();
    }

    private void gauge(StringBuilder out, String name, String help, double value) {
        line(out, name, help, "gauge", value);
    }

    private void counter(StringBuilder out, String name, String help, long value) {
        line(out, name, help, "counter", (double) value);
    }

    private void counter(StringBuilder out, String name, String help, double value) {
        line(out, name, help, "counter", value);
    }

    private void line(StringBuilder out, String name, String help, String type, double value) {
        String label = model.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        String number = value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        out.append(name)
                .append("{model=\"")
                .append(label)
                .append("\"} ")
                .append(number)
                .append('\n');
    }
}
