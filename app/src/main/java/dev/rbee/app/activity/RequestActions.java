package dev.rbee.app.activity;

import dev.rbee.app.frame.Navigator;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.requests.RequestEntry;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/**
 * What can be done with a request, and where one can go from it. JavaFX thread only.
 *
 * @param workerThere tells whether a worker still is
 * @param only filters the list by a parameter's value
 * @param stop ends one that waits or runs
 */
record RequestActions(
        Navigator navigator,
        Predicate<String> workerThere,
        BiConsumer<String, String> only,
        Consumer<RequestEntry> stop) {
    private static final Words WORDS = Words.of(RequestActions.class);

    Node of(RequestEntry entry) {
        FlowPane actions = new FlowPane(8, 8);
        if (RequestWords.live(entry)) {
            Button end = Ui.button(WORDS.get("stop"), Feather.SQUARE, () -> stop.accept(entry));
            end.setId("request-stop");
            end.setTooltip(Ui.tip(WORDS.get("stop.tip"), null));
            actions.getChildren().add(end);
        }
        String worker = entry.workerId();
        String hive = entry.hiveId();
        if (worker != null && workerThere.test(worker)) {
            actions.getChildren()
                    .add(Ui.button(WORDS.get("go.worker"), Feather.CPU, () -> navigator.reveal("workers", worker)));
        }
        if (hive != null) {
            Button go = Ui.button(WORDS.get("go.hive"), Feather.HEXAGON, () -> navigator.reveal("hives", hive));
            actions.getChildren().add(go);
        }
        actions.getChildren()
                .add(Ui.button(WORDS.get("only.model"), Feather.FILTER, () -> only.accept("model", entry.model())));
        actions.getChildren().add(Ui.copyButton(WORDS.get("copy.id"), entry::requestId));
        return actions;
    }
}
