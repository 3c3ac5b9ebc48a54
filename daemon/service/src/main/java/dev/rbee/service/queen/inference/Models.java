package dev.rbee.service.queen.inference;

import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.service.queen.routing.ModelNames;
import dev.rbee.service.queen.workers.WorkerLists;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which models can be asked for: those that workers run, and those that hives have and could start. */
final class Models {
    private final WorkerLists workers;
    private final InstalledModels installed;
    private final ModelArrivals arrivals;

    Models(WorkerLists workers, InstalledModels installed, ModelArrivals arrivals) {
        this.arrivals = arrivals;
        this.workers = workers;
        this.installed = installed;
    }

    /**
     * One model in OpenAI's list.
     *
     * @param created 0: unknown
     * @param loaded whether a worker runs it now
     */
    record Model(String id, String object, long created, String ownedBy, boolean loaded) {}

    /** OpenAI's list. */
    record ModelList(String object, List<Model> data) {}

    ModelList list() {
        Map<String, Model> all = new LinkedHashMap<>();
        for (String name : workers.models()) {
            all.putIfAbsent(ModelNames.key(name), new Model(name, "model", 0, "rbee", true));
        }
        for (ModelEntry entry : installed.installed()) {
            all.putIfAbsent(ModelNames.key(entry.id()), new Model(entry.id(), "model", 0, "rbee", false));
        }
        return new ModelList("list", List.copyOf(all.values()));
    }

    /** The name under which workers run the model that is meant; the name itself where nobody has it. */
    String canonical(String name) {
        if (workers.findByModel(name).stream().anyMatch(WorkerInfo::online)) {
            return name;
        }
        return installed.id(name).orElse(name);
    }

    Optional<Model> get(String name) {
        return list().data().stream()
                .filter(model -> ModelNames.same(model.id(), name))
                .findFirst();
    }

    /** Whether nobody has it, so that it would have to be fetched. */
    boolean absent(Question question) {
        return question.worker() == null
                && get(question.model()).isEmpty()
                && workers.findByModel(question.model()).isEmpty();
    }

    /** Throws {@link ProblemException} where nobody has the model, or not there, or the worker asked for is another one's. */
    void check(Question question) {
        if (question.worker() != null) {
            checkWorker(question, question.worker());
            return;
        }
        String node = question.node();
        if (node != null
                && !installed.mayHaveHive(node)
                && workers.findByNode(node).isEmpty()) {
            throw new ProblemException(new Problem(
                    ProblemCode.HIVE_NOT_FOUND,
                    "There is no hive \"" + node + "\".",
                    "node",
                    "GET /v1/hives/list names those there are; leave \"node\" out to let the queen choose.",
                    null));
        }
        if (get(question.model()).isEmpty()) {
            throw away(question.model()).orElseGet(() -> unknown(question.model()));
        }
        if (node != null && !onNode(question.model(), node) && !arrivals.copies(question.model())) {
            throw new ProblemException(new Problem(
                    ProblemCode.MODEL_NOT_FOUND,
                    "Hive \"" + node + "\" has no model \"" + question.model() + "\", or is not online.",
                    "node",
                    "Leave \"node\" out to let the queen choose.",
                    null));
        }
    }

    /** Where only a server has it that is away: that server will be back, and nothing is fetched in its place. */
    private Optional<ProblemException> away(String model) {
        return workers.findByModel(model).stream()
                .filter(worker -> Attached.NAME.equals(worker.implementation()))
                .findFirst()
                .map(worker -> ProblemException.of(
                        ProblemCode.NO_WORKER,
                        "Model \"" + model + "\" is offered by the attached server \"" + worker.nodeName()
                                + "\" only, which does not answer now.",
                        "Start that server, or ask for another model; rbee endpoint list says how it stands."));
    }

    private boolean onNode(String model, String node) {
        return workers.findByModel(model).stream()
                        .anyMatch(worker -> worker.online() && worker.nodeName().equals(node))
                || installed.installed().stream()
                        .anyMatch(entry -> node.equals(entry.hive()) && ModelNames.same(entry.id(), model));
    }

    private void checkWorker(Question question, String id) {
        @Nullable WorkerInfo worker = workers.get(id).orElse(null);
        if (worker == null) {
            throw ProblemException.of(
                    ProblemCode.WORKER_NOT_FOUND,
                    "There is no worker \"" + id + "\".",
                    "GET /v1/workers/list names those there are.");
        }
        if (!ModelNames.same(worker.modelRef(), question.model())) {
            throw new ProblemException(Problem.field(
                    "model",
                    "Worker " + id + " runs model \"" + worker.modelRef() + "\", not \"" + question.model() + "\".",
                    "Ask for that model, or name no worker."));
        }
    }

    ProblemException unknown(String model) {
        List<String> known = list().data().stream().map(Model::id).limit(20).toList();
        String hint = known.isEmpty()
                ? "No hive has a model yet: rbee model import adopts a GGUF file."
                : "Known are: " + String.join(", ", known) + ".";
        return new ProblemException(new Problem(
                ProblemCode.MODEL_NOT_FOUND, "There is no model \"" + model + "\" here.", "model", hint, null));
    }
}
