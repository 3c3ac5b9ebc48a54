package dev.rbee.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model with a worker that serves it, fetched and started where there was none; closing stops what was started. */
final class ReadyModel implements AutoCloseable {
    private static final Set<WorkerState> USABLE = Set.of(WorkerState.IDLE, WorkerState.BUSY);

    private final Link link;
    private final String model;
    private final @Nullable String started;
    private final Runnable forget;

    private ReadyModel(Root root, Link link, String model, @Nullable String started) {
        this.link = link;
        this.model = model;
        this.started = started;
        this.forget = started == null ? () -> {} : root.surroundings().daemons().atEnd(this::stop);
    }

    /** Finds a worker or spawns one; blocks until it can answer. */
    static ReadyModel ensure(
            Root root, Fleets fleets, @Nullable String wanted, @Nullable String node, StatusLine line) {
        Link link = fleets.link();
        List<WorkerInfo> usable = link.queen().workers().stream()
                .filter(worker -> worker.online() && worker.chat() && USABLE.contains(worker.state()))
                .filter(worker -> node == null || worker.nodeName().equals(node))
                .toList();
        String said = wanted != null
                ? wanted
                : usable.isEmpty() ? "demo" : usable.getFirst().modelRef();
        if (usable.stream().anyMatch(worker -> worker.modelRef().equals(said))) {
            return new ReadyModel(root, link, said, null);
        }
        String model = new WantedModel(root, link, node, line).name(said);
        if (usable.stream().anyMatch(worker -> worker.modelRef().equals(model))) {
            return new ReadyModel(root, link, model, null);
        }
        JobAccepted job = link.queen().spawn(new SpawnWorker(model, node, null, null, null, null, null, null));
        JsonNode result = Jobs.await(link, job, "starting " + model, line);
        String worker = result == null ? null : result.path("worker_id").asText(null);
        return new ReadyModel(root, link, model, fleets.own() ? null : worker);
    }

    String model() {
        return model;
    }

    @Override
    public void close() {
        forget.run();
        stop();
    }

    private void stop() {
        if (started != null) {
            try {
                link.queen().removeWorker(started, null);
            } catch (ProblemException e) {
                // the queen is on its way out too, and takes its workers along
            }
        }
    }
}
