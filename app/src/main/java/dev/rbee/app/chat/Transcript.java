package dev.rbee.app.chat;

import dev.rbee.app.theme.Ui;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A conversation in a column of readable width. JavaFX thread only. */
final class Transcript extends StackPane {
    private final VBox column = new VBox();
    private final FollowScroll scroll;
    private final Consumer<Exchange> again;
    private final Runnable fresh;
    private final ListChangeListener<Exchange> listener = this::changed;
    private @Nullable Conversation shown;

    /** {@code again} makes an answer anew, {@code fresh} begins a new chat. */
    Transcript(Consumer<Exchange> again, Runnable fresh) {
        this.again = again;
        this.fresh = fresh;
        column.getStyleClass().add("chat-column");
        column.setId("transcript");
        StackPane middle = new StackPane(column);
        middle.setAlignment(Pos.TOP_CENTER);
        scroll = new FollowScroll(middle);
        scroll.setId("transcript-scroll");
        Button down = Ui.button("Newest", Feather.ARROW_DOWN, scroll::toEnd);
        down.visibleProperty().bind(scroll.atEnd().not());
        StackPane.setAlignment(down, Pos.BOTTOM_CENTER);
        StackPane.setMargin(down, new javafx.geometry.Insets(0, 0, 8, 0));
        getChildren().addAll(scroll, down);
    }

    /** Shows this one, at its end. */
    void show(Conversation conversation) {
        if (shown != null) {
            shown.exchanges().removeListener(listener);
        }
        shown = conversation;
        column.getChildren()
                .setAll(conversation.exchanges().stream().map(this::nodes).toList());
        conversation.exchanges().addListener(listener);
        scroll.toEnd();
    }

    private void changed(ListChangeListener.Change<? extends Exchange> change) {
        while (change.next()) {
            for (Exchange added : change.getAddedSubList()) {
                column.getChildren().add(nodes(added));
            }
        }
        scroll.toEnd();
    }

    private Node nodes(Exchange exchange) {
        Text text = new Text(exchange.said());
        text.getStyleClass().add("said-text");
        TextFlow words = new TextFlow(text);
        words.setLineSpacing(3);
        HBox bubble = new HBox(words);
        bubble.getStyleClass().add("said");
        bubble.setMaxWidth(620);
        HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
        HBox line = new HBox(4, Ui.spacer(), Ui.copyButton("Copy this message", exchange::said), bubble);
        line.setAlignment(Pos.CENTER_RIGHT);
        StackPane answer = new StackPane(view(exchange));
        answer.setAlignment(Pos.TOP_LEFT);
        exchange.answer().addListener((p, old, now) -> {
            answer.getChildren().setAll(view(exchange));
            scroll.toEnd();
        });
        VBox both = new VBox(16, line, answer);
        both.setFillWidth(true);
        return both;
    }

    private AnswerView view(Exchange exchange) {
        return new AnswerView(exchange.answer().get(), new AnswerView.Actions() {
            @Override
            public void again() {
                again.accept(exchange);
            }

            @Override
            public void fresh() {
                fresh.run();
            }
        });
    }
}
