package dev.rbee.app.chat;

import dev.rbee.app.chats.Message;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** {@code ‹1/2›}: which of several branches is shown; hidden where there is only one. */
final class Switcher extends HBox {
    private static final Words WORDS = Words.of(Switcher.class);

    private final TurnActions actions;
    private final Message message;
    private final Label where = Ui.label("", "figure");
    private final Button before = Ui.iconButton(Feather.CHEVRON_LEFT, WORDS.get("branch.before"), () -> move(-1));
    private final Button after = Ui.iconButton(Feather.CHEVRON_RIGHT, WORDS.get("branch.after"), () -> move(1));

    Switcher(TurnActions actions, Message message) {
        this.actions = actions;
        this.message = message;
        getStyleClass().add("switcher");
        where.setId("branch");
        where.setMinWidth(USE_PREF_SIZE);
        before.setId("branch-before");
        after.setId("branch-after");
        getChildren().addAll(before, where, after);
        update();
    }

    /** Counts anew. */
    void update() {
        List<Message> all = actions.siblings(message);
        int index = all.indexOf(message);
        Ui.shown(this, all.size() > 1);
        where.setText(index + 1 + "/" + all.size());
        where.setAccessibleText(WORDS.get("branch.where", index + 1, all.size()));
        before.setDisable(index <= 0);
        after.setDisable(index >= all.size() - 1);
    }

    private void move(int by) {
        List<Message> all = actions.siblings(message);
        int next = all.indexOf(message) + by;
        if (next >= 0 && next < all.size()) {
            actions.show(all.get(next));
        }
    }
}
