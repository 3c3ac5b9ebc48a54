package dev.rbee.app.chat;

import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.app.remote.ChatTarget;
import dev.rbee.app.remote.Discovery;
import dev.rbee.app.words.Words;
import dev.rbee.app.workers.WorkerWords;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides where a chat goes: to the queen while she is there, else straight to a worker the registry knows. */
final class Destination {
    private static final Words WORDS = Words.of(Destination.class);

    /** The model that an empty chat offers to start. */
    private static final String OFFERED = "demo";

    private final Discovery discovery;

    Destination(Discovery discovery) {
        this.discovery = discovery;
    }

    /** Blocks while it asks the registry. Throws {@link ProblemException} where nobody can answer. */
    ChatTarget find(Choice choice, FleetView view) {
        if (view.link() instanceof Link.Connected connected) {
            Collection<WorkerInfo> workers = view.workers().values();
            String model = best(choice, workers)
                    .map(WorkerInfo::modelRef)
                    .or(() -> awaited(choice, workers))
                    .orElseThrow(() -> new ProblemException(nobody(choice)));
            String only = choice instanceof Choice.Worker chosen ? chosen.id() : null;
            return new ChatTarget(connected.url(), model, only, false);
        }
        WorkerInfo worker = best(choice, known(view)).orElseThrow(() -> new ProblemException(nobody(choice)));
        return new ChatTarget(worker.url(), worker.modelRef(), worker.id(), true);
    }

    /** What the registry says now; the last known addresses where it does not answer. */
    private Collection<WorkerInfo> known(FleetView view) {
        Map<String, WorkerInfo> known = new LinkedHashMap<>(view.workers());
        try {
            Map<String, WorkerInfo> listed = new LinkedHashMap<>();
            discovery.look().workers().forEach(worker -> listed.put(worker.id(), worker));
            return listed.isEmpty() ? known.values() : listed.values();
        } catch (ProblemException e) {
            return known.values();
        }
    }

    /** The one to ask: not suspect, then free slots, then speed. Pure. */
    static Optional<WorkerInfo> best(Choice choice, Collection<WorkerInfo> workers) {
        return workers.stream()
                .filter(WorkerWords::chats)
                .filter(worker -> switch (choice) {
                    case Choice.Auto _ -> true;
                    case Choice.Model model -> worker.modelRef().equals(model.name());
                    case Choice.Worker chosen -> worker.id().equals(chosen.id());
                })
                .max(Comparator.<WorkerInfo, Boolean>comparing(worker -> worker.state() != WorkerState.SUSPECT)
                        .thenComparingInt(WorkerInfo::slotsAvailable)
                        .thenComparingDouble(
                                worker -> worker.tokensPerSecond() == null ? 0 : worker.tokensPerSecond()));
    }

    /** The model to ask the queen for where nobody is ready: she lets the request wait for a worker. Pure. */
    static Optional<String> awaited(Choice choice, Collection<WorkerInfo> workers) {
        return switch (choice) {
            case Choice.Model model -> Optional.of(model.name());
            case Choice.Worker _ -> Optional.empty();
            case Choice.Auto _ ->
                workers.stream()
                        .filter(worker -> worker.state() == WorkerState.LOADING)
                        .map(WorkerInfo::modelRef)
                        .findFirst();
        };
    }

    /**
     * What is asked for where anybody may answer but nobody runs: the model of the chat's last answer while it is installed, else what an
     * empty chat offers to start. The queen starts it. Pure.
     *
     * @param last model of the chat's last answer; null where there is none yet
     */
    static Choice meant(Choice choice, FleetView view, @Nullable String last) {
        Collection<WorkerInfo> workers = view.workers().values();
        if (!(choice instanceof Choice.Auto)
                || !view.connected()
                || best(choice, workers).isPresent()
                || awaited(choice, workers).isPresent()) {
            return choice;
        }
        List<String> installed = Waits.startable(view);
        if (installed.isEmpty()) {
            return choice;
        }
        String first = installed.contains(OFFERED) ? OFFERED : installed.getFirst();
        return new Choice.Model(last != null && installed.contains(last) ? last : first);
    }

    private static Problem nobody(Choice choice) {
        String what = switch (choice) {
            case Choice.Auto _ -> WORDS.get("nobody.auto");
            case Choice.Model model -> WORDS.get("nobody.model", model.name());
            case Choice.Worker worker -> WORDS.get("nobody.worker", worker.id());
        };
        String hint = WORDS.get(choice instanceof Choice.Auto ? "nobody.auto.hint" : "nobody.hint");
        return Problem.of(ProblemCode.NO_WORKER, what, hint);
    }
}
