package dev.rbee.app.chat;

import dev.rbee.app.chats.Message;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The same question answered twice, side by side; one of the two is kept as the answer. */
final class PairView extends Turn {
    private static final Words WORDS = Words.of(PairView.class);

    private final List<AnswerView> views;

    PairView(List<Message> both, Function<Message, AnswerView> made, TurnActions actions) {
        HBox columns = new HBox(16);
        columns.setId("side-by-side");
        views = both.stream().map(made).toList();
        for (int i = 0; i < views.size(); i++) {
            Message answer = both.get(i);
            Button keep = Ui.button(WORDS.get("pair.keep"), Feather.CHECK, () -> actions.keep(answer));
            keep.setId("keep-" + (i + 1));
            VBox column = new VBox(8, views.get(i), keep);
            column.getStyleClass().add("pair-column");
            column.setMinWidth(0);
            column.setPrefWidth(0);
            HBox.setHgrow(column, Priority.ALWAYS);
            columns.getChildren().add(column);
        }
        getChildren().add(columns);
    }

    @Override
    boolean find(String words, boolean forward, boolean anew) {
        return views.getFirst().find(words, forward, anew);
    }

    @Override
    void unselect() {
        views.getFirst().unselect();
    }

    @Override
    void dispose() {
        views.forEach(AnswerView::dispose);
    }
}
