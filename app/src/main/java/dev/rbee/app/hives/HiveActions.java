package dev.rbee.app.hives;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.fx.Background;
import dev.rbee.app.remote.NodesApi;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.app.workers.JobProgress;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;

/** Does things with hives: asks before something is lost, shows how each goes on, also while another hive is looked at. JavaFX thread only. */
final class HiveActions {
    private static final Words WORDS = Words.of(HiveActions.class);

    private final NodesApi nodes;
    private final QueenApi queen;
    private final Background background;
    private final Dialogs dialogs;
    private final RemoveDialog removal;
    private final Map<String, JobProgress> running = new HashMap<>();

    HiveActions(NodesApi nodes, QueenApi queen, Background background, Dialogs dialogs) {
        this.nodes = nodes;
        this.queen = queen;
        this.background = background;
        this.dialogs = dialogs;
        removal = new RemoveDialog(nodes, background, dialogs);
    }

    /** How the last action on that hive goes on; takes no room where there is none. */
    Node progress(String hive) {
        return running.computeIfAbsent(hive, id -> new JobProgress(queen, background));
    }

    /** Does it with several, after one question where something would be lost. */
    void act(List<HiveInfo> hives, Collection<WorkerInfo> all, Verb verb) {
        if (hives.size() == 1) {
            act(hives.getFirst(), all, verb);
            return;
        }
        Set<String> names = hives.stream().map(HiveInfo::id).collect(Collectors.toSet());
        List<WorkerInfo> workers =
                all.stream().filter(worker -> names.contains(worker.nodeName())).toList();
        Runnable yes = () -> hives.forEach(hive -> run(hive, verb));
        if (workers.isEmpty() || !verb.ends()) {
            yes.run();
        } else {
            String number = Integer.toString(hives.size());
            dialogs.confirm(
                    WORDS.get("many.question", verb.words(), number),
                    Ui.paragraph(lost(workers)),
                    WORDS.get("many.yes", verb.words(), number),
                    yes,
                    () -> {});
        }
    }

    /** Does it, after a question where something would be lost. */
    void act(HiveInfo hive, Collection<WorkerInfo> all, Verb verb) {
        List<WorkerInfo> workers = all.stream()
                .filter(worker -> worker.nodeName().equals(hive.id()))
                .toList();
        switch (verb) {
            case STOP, RESTART -> {
                if (workers.isEmpty()) {
                    run(hive, verb);
                } else {
                    dialogs.confirm(
                            verb.words() + " " + hive.id() + "?",
                            Ui.paragraph(lost(workers)),
                            WORDS.get("yes", verb.words()),
                            () -> run(hive, verb),
                            () -> {});
                }
            }
            case LOGIN -> new LoginDialog(nodes, background, dialogs, hive.id(), this::follow).show();
            case REMOVE -> removal.show(hive, workers);
            case START, DRAIN, RESUME, UPGRADE, WAKE -> run(hive, verb);
        }
    }

    /** What ends with these workers. Pure. */
    static String lost(List<WorkerInfo> workers) {
        int answers = workers.stream().mapToInt(WorkerInfo::busy).sum();
        String models = workers.stream()
                .map(WorkerInfo::modelRef)
                .distinct()
                .sorted()
                .limit(5)
                .toList()
                .toString();
        String names = models.substring(1, models.length() - 1);
        String first = WORDS.get("lost.workers", workers.size(), names);
        return answers == 0 ? first : first + " " + WORDS.get("lost.answers", answers);
    }

    private void run(HiveInfo hive, Verb verb) {
        String where = hive.mode() == HiveMode.LOCAL ? WORDS.get("this.machine.s.hive") : hive.id();
        JobProgress progress = (JobProgress) progress(hive.id());
        if (!progress.busy()) {
            progress.start(verb.words() + ": " + where, () -> nodes.act(hive.id(), verb.wire()), () -> {}, () -> {});
        }
    }

    private void follow(String hive, String job) {
        JobProgress progress = (JobProgress) progress(hive);
        if (!progress.busy()) {
            progress.start(WORDS.get("connecting.to", hive), () -> job, () -> {}, () -> {});
        }
    }
}
