package dev.rbee.app.connect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.client.QueenClient;
import dev.rbee.client.Remote;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a queen shows of her workers to a key that may only chat: the models they run. Blocks. */
final class ChatModels implements Supplier<List<WorkerInfo>> {
    private final Remote queen;
    private final InstantSource clock;

    ChatModels(Remote queen, InstantSource clock) {
        this.queen = queen;
        this.clock = clock;
    }

    @Override
    public List<WorkerInfo> get() {
        List<WorkerInfo> all = new ArrayList<>();
        for (JsonNode model : new QueenClient(queen).models().path("data")) {
            String id = model.path("id").asText("");
            if (!id.isEmpty()) {
                all.add(worker(id, model.path("loaded").asBoolean(true)));
            }
        }
        return all;
    }

    /** Slots 0 say that they are unknown, as for workers that only the registry knows. */
    private WorkerInfo worker(String model, boolean loaded) {
        return new WorkerInfo(
                model,
                model,
                queen.base(),
                model,
                "–",
                null,
                loaded ? WorkerState.IDLE : WorkerState.OFFLINE,
                0,
                0,
                0,
                null,
                "–",
                0,
                null,
                clock.instant(),
                loaded,
                null,
                null,
                null,
                null,
                null,
                clock.instant(),
                false,
                true);
    }
}
