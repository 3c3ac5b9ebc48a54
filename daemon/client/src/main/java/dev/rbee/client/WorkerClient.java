package dev.rbee.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.inference.ChatRequest;
import dev.rbee.contract.inference.InferRequest;

/**
 * Calls of a worker, from its queen or directly; failures as {@link Remote} says. Streams are {@link ChatStream}'s.
 *
 * @param remote the worker
 */
public record WorkerClient(Remote remote) {

    /** A worker at that address, for a holder of the installation's token. Another worker there refuses by {@code wrong_instance}. */
    public static WorkerClient of(Http http, String url, String workerId, String token) {
        return withKey(http, url, workerId, Keys.workerKey(token, workerId));
    }

    /** The same for who holds that worker's key. */
    public static WorkerClient withKey(Http http, String url, String workerId, String workerKey) {
        Credential credential = new Credential(workerKey, workerKey, null);
        return new WorkerClient(new Remote(url, () -> credential, http, workerId));
    }

    /** A whole chat answer; waits for minutes if it must. */
    public JsonNode chat(ChatRequest request) {
        return remote.postSlow("/v1/chat/completions", request, JsonNode.class);
    }

    /** A whole answer to a prompt, {@code stream} being false. */
    public JsonNode infer(InferRequest request) {
        return remote.postSlow("/v1/infer", request, JsonNode.class);
    }

    /** OpenAI's embeddings. */
    public JsonNode embeddings(Object request) {
        return remote.postSlow("/v1/embeddings", request, JsonNode.class);
    }

    /** OpenAI's list with its one model. */
    public JsonNode models() {
        return remote.get("/v1/models", JsonNode.class);
    }

    /** Ends a running request. */
    public void cancel(String requestId) {
        remote.delete("/v1/requests/" + Remote.segment(requestId));
    }

    /** Has it look for registry and queen again, and register there now. */
    public void announce() {
        remote.post("/v1/announce", null);
    }

    /** Takes no new work. */
    public void drain() {
        remote.post("/v1/drain", null);
    }

    /** Ends it once it is idle. */
    public void shutdown() {
        remote.post("/v1/shutdown", null);
    }

    /** Prometheus text. */
    public String metrics() {
        return remote.text("/metrics");
    }
}
