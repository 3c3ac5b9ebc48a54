package dev.rbee.app.workers;

import dev.rbee.app.live.Rows;
import dev.rbee.app.table.RowAction;
import dev.rbee.app.theme.Ui;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** Does things with workers, one or many at once: asks before an answer would be cut off, knows what is still being done. JavaFX thread only. */
final class WorkerActions {
    private static final dev.rbee.app.words.Words WORDS = dev.rbee.app.words.Words.of(WorkerActions.class);

    private final WorkerParts parts;
    private final ObservableMap<String, String> doing = FXCollections.observableHashMap();

    WorkerActions(WorkerParts parts) {
        this.parts = parts;
        Rows<WorkerInfo> rows = parts.fleet().workers();
        rows.listen((changed, others) -> {
            if (others && !doing.isEmpty()) {
                doing.keySet().removeIf(id -> rows.get(id) == null);
            }
        });
    }

    /** What is being done with which worker, in words. */
    ObservableMap<String, String> doing() {
        return doing;
    }

    /** What can be done, for menus, keys and the bar of many. */
    List<RowAction<WorkerInfo>> all() {
        return List.of(
                new RowAction<>(
                        "chat",
                        WORDS.get("chat.words"),
                        WORDS.get("chat.tip"),
                        Feather.MESSAGE_CIRCLE,
                        new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN),
                        false,
                        WorkerWords::chats,
                        workers -> parts.chatWith().accept(workers.getFirst())),
                new RowAction<>(
                        "drain",
                        WORDS.get("drain.words"),
                        WORDS.get("drain.tip"),
                        Feather.LOG_OUT,
                        new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN),
                        true,
                        this::drains,
                        this::drain),
                new RowAction<>(
                        "stop",
                        WORDS.get("stop.words"),
                        WORDS.get("stop.tip"),
                        Feather.SQUARE,
                        new KeyCodeCombination(KeyCode.DELETE),
                        true,
                        this::stops,
                        this::stop),
                new RowAction<>(
                        "hive",
                        WORDS.get("hive.words"),
                        WORDS.get("hive.tip"),
                        Feather.HEXAGON,
                        null,
                        false,
                        worker -> parts.fleet().hives().get(worker.nodeName()) != null,
                        workers -> parts.navigator()
                                .reveal("hives", workers.getFirst().nodeName())));
    }

    boolean drains(WorkerInfo worker) {
        return stops(worker) && worker.online() && worker.state() != WorkerState.DRAINING;
    }

    boolean stops(WorkerInfo worker) {
        return parts.fleet().view().get().connected()
                && !doing.containsKey(worker.id())
                && !WorkerWords.attached(worker);
    }

    void drain(List<WorkerInfo> workers) {
        begin(workers, WORDS.get("drain.doing"), worker -> parts.queen().drain(worker.id()));
    }

    /** Ends them, after a question where answers would be cut off. */
    void stop(List<WorkerInfo> workers) {
        int answers = workers.stream().mapToInt(WorkerInfo::busy).sum();
        Runnable yes = () ->
                begin(workers, WORDS.get("stop.doing"), worker -> parts.queen().stop(worker.id()));
        if (answers == 0 && workers.size() == 1) {
            yes.run();
            return;
        }
        String what = workers.size() == 1
                ? workers.getFirst().modelRef()
                : WORDS.get("stop.workers", Integer.toString(workers.size()));
        String lost = answers == 0 ? WORDS.get("stop.idle") : WORDS.get("stop.lost", answers);
        parts.dialogs()
                .confirm(
                        WORDS.get("stop.question", what),
                        Ui.paragraph(lost),
                        workers.size() == 1
                                ? WORDS.get("stop.one")
                                : WORDS.get("stop.many", Integer.toString(workers.size())),
                        yes,
                        () -> {});
    }

    private void begin(List<WorkerInfo> workers, String words, Consumer<WorkerInfo> order) {
        List<WorkerInfo> now = new ArrayList<>(workers);
        now.removeIf(worker -> doing.containsKey(worker.id()));
        now.forEach(worker -> doing.put(worker.id(), words));
        for (WorkerInfo worker : now) {
            parts.background()
                    .run(
                            () -> {
                                order.accept(worker);
                                return worker;
                            },
                            done -> doing.remove(worker.id()),
                            problem -> {
                                doing.remove(worker.id());
                                parts.presenter().toast(problem);
                            });
        }
    }
}
