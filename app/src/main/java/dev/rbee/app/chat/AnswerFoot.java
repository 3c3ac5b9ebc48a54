package dev.rbee.app.chat;

import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.markdown.PlainText;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Under an answer: how it went, and what can be done with it. */
final class AnswerFoot extends FootLayout {
    private static final Words WORDS = Words.of(AnswerFoot.class);

    private final Message answer;
    private final Live live;
    private final TurnActions actions;
    private final Label figures;
    private final Switcher switcher;

    AnswerFoot(Message answer, Live live, TurnActions actions) {
        Label figures = Ui.label("", "figure");
        super(figures);
        this.figures = figures;
        this.answer = answer;
        this.live = live;
        this.actions = actions;
        getStyleClass().add("turn-foot");
        figures.setId("answer-figures");
        switcher = new Switcher(actions, answer);
    }

    /** As it is now; hidden while more is coming. */
    void update() {
        State state = answer.state().get();
        Ui.shown(this, state != State.STREAMING);
        if (state == State.STREAMING) {
            return;
        }
        String how = AnswerWords.foot(state, answer.figures(), live.slotFree().get(), live.left());
        figures.setText(how);
        String meant = AnswerWords.meant(answer.figures());
        figures.setTooltip(meant.isEmpty() ? null : Ui.tip(meant, null));
        List<Node> ways = new ArrayList<>();
        if (state != State.FAILED) {
            ways(state, ways);
        }
        if (!answer.text().get().isEmpty()) {
            ways.add(Ui.copyButton(WORDS.get("answer.copy"), () -> copied(markdown())));
        }
        ways.add(menu());
        ways.add(switcher);
        deeds(ways.toArray(Node[]::new));
        switcher.update();
        requestLayout();
    }

    /** How it could go on; a failed one has these with its problem. */
    private void ways(State state, List<Node> ways) {
        Button again = Ui.iconButton(
                Feather.REFRESH_CW, WORDS.get("answer.again"), () -> actions.again(answer, actions.choice()));
        again.setId("answer-again");
        ways.add(again);
        if (AnswerWords.continues(state, answer.figures(), answer.text().get())) {
            Button more = Ui.iconButton(Feather.FAST_FORWARD, WORDS.get("answer.continue"), () -> actions.goOn(answer));
            more.setId("answer-continue");
            ways.add(more);
        }
    }

    private boolean markdown() {
        return actions.habits().copiesMarkdown();
    }

    private String copied(boolean marks) {
        String said = Thinking.of(answer.text().get()).answer();
        return marks ? said : PlainText.of(said);
    }

    private MenuButton menu() {
        MenuButton menu = new MenuButton("", new FontIcon(Feather.MORE_HORIZONTAL));
        menu.setId("answer-more");
        menu.getStyleClass().addAll("quiet", "no-arrow");
        menu.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        menu.setAccessibleText(WORDS.get("message.more"));
        menu.setTooltip(Ui.tip(WORDS.get("message.more"), null));
        menu.setOnShowing(e -> fill(menu));
        menu.getItems().add(new MenuItem());
        return menu;
    }

    private void fill(MenuButton menu) {
        menu.getItems()
                .setAll(
                        item(
                                markdown() ? "answer.copy.plain" : "answer.copy.markdown",
                                () -> Ui.copy(copied(!markdown()))),
                        item("message.fork", () -> actions.fork(answer)),
                        item("message.delete", () -> actions.delete(answer)));
        var others = actions.others();
        if (!others.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
            for (Choice other : others) {
                MenuItem item = new MenuItem(WORDS.get("answer.again.with", other.words()));
                item.setMnemonicParsing(false);
                item.setOnAction(e -> actions.again(answer, other));
                menu.getItems().add(item);
            }
        }
    }

    static MenuItem item(String key, Runnable act) {
        MenuItem item = new MenuItem(WORDS.get(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(e -> act.run());
        return item;
    }
}
