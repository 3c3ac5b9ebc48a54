package dev.rbee.app.home;

import dev.rbee.app.frame.Navigator;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is wrong, each with since when and one button; not there while nothing is. JavaFX thread only. */
final class TroubleList extends VBox {
    private static final Words WORDS = Words.of(TroubleList.class);
    private static final int MOST = 5;

    private final Navigator navigator;
    private final Label title = Ui.label("", "section");
    private final VBox rows = new VBox();
    private List<Trouble> shown = List.of();
    private boolean all;

    TroubleList(Navigator navigator) {
        this.navigator = navigator;
        setId("home-problems");
        getStyleClass().addAll("card", "troubles");
        rows.getStyleClass().add("trouble-rows");
        getChildren().addAll(title, rows);
        Ui.shown(this, false);
    }

    void show(List<Trouble> troubles, Instant now) {
        Ui.shown(this, !troubles.isEmpty());
        if (!troubles.equals(shown)) {
            shown = List.copyOf(troubles);
            draw();
        }
        int i = 0;
        for (Node row : rows.getChildren()) {
            if (row instanceof Row one && i < shown.size()) {
                one.since(Units.ago(shown.get(i).since(), now));
            }
            i++;
        }
    }

    private void draw() {
        title.setText(WORDS.get("problems", shown.size()));
        int count = all ? shown.size() : Math.min(MOST, shown.size());
        rows.getChildren().clear();
        shown.subList(0, count).forEach(trouble -> rows.getChildren().add(new Row(trouble)));
        if (count < shown.size()) {
            Button more = Ui.button(WORDS.get("problems.more", shown.size() - count), Feather.CHEVRON_DOWN, () -> {
                all = true;
                draw();
            });
            more.getStyleClass().add("quiet");
            rows.getChildren().add(more);
        }
    }

    private final class Row extends HBox {
        private final Label since = Ui.label("", "secondary");

        Row(Trouble trouble) {
            super(12);
            getStyleClass().addAll("trouble", trouble.tone().style());
            FontIcon icon = new FontIcon(trouble.tone() == Tone.ERROR ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE);
            VBox words = new VBox(2, Ui.paragraph(trouble.message(), "trouble-message"));
            String hint = trouble.hint();
            if (hint != null) {
                words.getChildren().add(Ui.paragraph(hint, "secondary"));
            }
            words.getChildren().add(since);
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMinWidth(0);
            Button go = Ui.button(trouble.remedy(), null, () -> go(trouble));
            getChildren().addAll(icon, words, go);
        }

        void since(String text) {
            since.setText(text);
        }
    }

    private void go(Trouble trouble) {
        String thing = trouble.thing();
        if (thing == null) {
            navigator.open(trouble.page());
        } else {
            navigator.reveal(trouble.page(), thing);
        }
    }
}
