package dev.rbee.service.queen.endpoints;

import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.contract.workers.WorkerHeart;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerRun;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.contract.workers.WorkerStatus;
import dev.rbee.service.queen.dialect.Target;
import dev.rbee.service.queen.inference.Attached;
import dev.rbee.service.queen.workers.WorkerRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models of attached servers as workers in the queen's registry. Calls for one server come one after the other. Thread-safe. */
final class Workers {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private record Attachment(Endpoint endpoint, Offered model) {}

    private final Map<String, Attachment> attachments = new ConcurrentHashMap<>();
    private final WorkerRegistry registry;

    Workers(WorkerRegistry registry) {
        this.registry = registry;
    }

    @Nullable
    Endpoint endpoint(String workerId) {
        Attachment attachment = attachments.get(workerId);
        return attachment == null ? null : attachment.endpoint();
    }

    @Nullable
    Target target(String workerId) {
        Attachment attachment = attachments.get(workerId);
        Seen seen = attachment == null ? null : attachment.endpoint().standing.seen();
        if (attachment == null || seen == null) {
            return null;
        }
        Offered model = attachment.model();
        int context = model.context() == null ? 0 : model.context();
        Endpoint endpoint = attachment.endpoint();
        return new Target(endpoint.name(), seen.kind(), seen.api(), model.theirs(), context, endpoint.key);
    }

    /** Whether an answer of ours runs there. */
    boolean busy(Endpoint endpoint) {
        return registry.lists().findByNode(endpoint.name()).stream()
                .anyMatch(worker -> worker.busy() > 0 && worker.online());
    }

    /** It is there: its models are workers that can be asked, and no others are. */
    void online(Endpoint endpoint) {
        Map<String, Offered> now = ids(endpoint);
        gone(endpoint, now.keySet(), "the server offers it no longer");
        now.forEach((id, model) -> {
            attachments.put(id, new Attachment(endpoint, model));
            try {
                if (registry.lists().get(id).isPresent()) {
                    var _ = registry.beat(beat(endpoint, id, model));
                } else {
                    var _ = registry.register(registration(endpoint, id, model, WorkerState.IDLE));
                }
            } catch (ProblemException e) {
                LOG.warn("endpoint={} worker={} not taken: {}", endpoint.name(), id, e.getMessage());
            }
        });
    }

    /** It is not there: its workers stay in the list, offline. */
    void offline(Endpoint endpoint, String why) {
        ids(endpoint).forEach((id, model) -> {
            attachments.put(id, new Attachment(endpoint, model));
            if (!registry.offline(id, why)) {
                try {
                    var _ = registry.register(registration(endpoint, id, model, WorkerState.OFFLINE));
                } catch (ProblemException e) {
                    LOG.warn("endpoint={} worker={} not taken: {}", endpoint.name(), id, e.getMessage());
                }
            }
        });
    }

    /** It is attached no longer. */
    void removed(Endpoint endpoint) {
        gone(endpoint, Set.of(), "the server is attached no longer");
    }

    private void gone(Endpoint endpoint, Set<String> but, String why) {
        List<String> ids = new ArrayList<>();
        for (WorkerInfo worker : registry.lists().findByNode(endpoint.name())) {
            if (Attached.NAME.equals(worker.implementation())) {
                ids.add(worker.id());
            }
        }
        for (String id : ids) {
            if (!but.contains(id)) {
                registry.remove(id, why);
                attachments.remove(id);
            }
        }
    }

    private static Map<String, Offered> ids(Endpoint endpoint) {
        Map<String, Offered> all = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (Offered model : endpoint.models()) {
            if (!names.add(model.name())) {
                continue;
            }
            String id = Names.worker(endpoint.name(), model.name());
            String free = id;
            for (int i = 2; all.containsKey(free); i++) {
                free = id + "-" + i;
            }
            all.put(free, model);
        }
        return all;
    }

    private static RegisterWorker registration(Endpoint endpoint, String id, Offered model, WorkerState state) {
        return new RegisterWorker(
                id,
                api(endpoint),
                model.name(),
                Attached.NAME,
                null,
                endpoint.name(),
                endpoint.slots(),
                null,
                null,
                state,
                null,
                Attached.NAME,
                version(endpoint),
                model.context(),
                model.embedding(),
                null,
                model.chat(),
                run(model));
    }

    private static WorkerHeart beat(Endpoint endpoint, String id, Offered model) {
        return new WorkerHeart(
                id,
                model.name(),
                null,
                null,
                WorkerStatus.READY,
                Attached.NAME,
                version(endpoint),
                null,
                null,
                endpoint.name(),
                api(endpoint),
                Attached.NAME,
                endpoint.slots(),
                null,
                null,
                null,
                null,
                model.context(),
                null,
                model.embedding(),
                model.chat(),
                run(model));
    }

    private static WorkerRun run(Offered model) {
        return new WorkerRun(Attached.NAME, null, null, null, null, model.vision(), model.tools(), 0, null, null, null);
    }

    private static String api(Endpoint endpoint) {
        Seen seen = endpoint.standing.seen();
        return seen == null ? endpoint.row.url() : seen.api();
    }

    private static @Nullable String version(Endpoint endpoint) {
        Seen seen = endpoint.standing.seen();
        return seen == null
                ? null
                : seen.version() == null ? seen.kind().wire() : seen.kind().wire() + " " + seen.version();
    }
}
