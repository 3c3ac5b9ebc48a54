package dev.rbee.app.hives;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons for what makes sense with a hive, the rest in a menu; made anew only when that changes. */
final class ActionBar extends FlowPane {
    private static final Words WORDS = Words.of(ActionBar.class);

    private final Consumer<Verb> act;
    private @Nullable Verbs shown;

    ActionBar(Consumer<Verb> act) {
        super(8, 8);
        this.act = act;
    }

    void show(Verbs verbs) {
        if (verbs.equals(shown)) {
            return;
        }
        shown = verbs;
        getChildren().setAll(verbs.first().stream().map(this::button).toList());
        if (!verbs.more().isEmpty()) {
            getChildren().add(menu(verbs.more()));
        }
    }

    private Button button(Verb verb) {
        Button button = Ui.button(verb.words(), verb.icon(), () -> act.accept(verb));
        button.setId("hive-" + verb.wire());
        button.setTooltip(Ui.tip(verb.tip(), null));
        return button;
    }

    private MenuButton menu(List<Verb> verbs) {
        MenuButton more = new MenuButton(WORDS.get("more"));
        more.setId("hive-more");
        more.setAccessibleText(WORDS.get("more.to.do.with.this"));
        for (Verb verb : verbs) {
            MenuItem item = new MenuItem(verb.words(), new FontIcon(verb.icon()));
            item.setId("hive-" + verb.wire());
            item.setOnAction(e -> act.accept(verb));
            more.getItems().add(item);
        }
        return more;
    }
}
