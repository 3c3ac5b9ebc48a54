package dev.rbee.app.chat;

import dev.rbee.app.live.FleetView;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Says over the composer that a link has brought what stands in it. It has the keyboard while it is new, so that an Enter that was meant for something
 * else sends nothing. JavaFX thread only.
 */
final class LinkNote extends HBox {
    private static final Words WORDS = Words.of(LinkNote.class);
    private static final int SHOWN = 80;

    private final Label words = Ui.paragraph("");
    private final Label model = Ui.paragraph("");
    private final VBox text = new VBox(4);
    private final HBox acts = new HBox(8);
    private final Button find;
    private final Button put;
    private final Consumer<Choice> choose;
    private @Nullable LinkedChat shown;
    private boolean chosen;

    /** {@code choose} gets the model that the link names, once it is there; {@code put} puts its words in place of what is written. */
    LinkNote(Consumer<Choice> choose, Runnable put) {
        super(8);
        this.choose = choose;
        setId("link-note");
        getStyleClass().addAll("banner", "link-note");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        text.getChildren().addAll(words, model, acts);
        HBox.setHgrow(text, Priority.ALWAYS);
        find = Ui.button(WORDS.get("linked.find"), Feather.COMPASS, this::find);
        find.setId("link-find");
        this.put = Ui.button(WORDS.get("linked.put"), Feather.EDIT_3, put);
        this.put.setId("link-put");
        Button away = Ui.iconButton(Feather.X, WORDS.get("linked.away"), this::hide);
        away.setId("link-away");
        acts.getChildren().addAll(this.put, find);
        getChildren().addAll(new FontIcon(Feather.EXTERNAL_LINK), text, away);
        hide();
    }

    /**
     * Shows it.
     *
     * @param written whether its words are not in the composer, since something else is
     */
    void show(LinkedChat link, boolean written, FleetView fleet) {
        shown = link;
        chosen = false;
        String prompt = link.prompt();
        if (prompt == null) {
            words.setText(WORDS.get("linked.plain"));
        } else {
            words.setText(written ? WORDS.get("linked.kept", beginning(prompt)) : WORDS.get("linked.draft"));
        }
        offer(put, prompt != null && written);
        Ui.shown(this, true);
        fleet(fleet);
        requestFocus();
    }

    private static String beginning(String prompt) {
        String line = prompt.strip().replaceAll("\\s+", " ");
        boolean whole = line.codePointCount(0, line.length()) <= SHOWN;
        return whole ? line : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }

    /** What is put into the composer when that is wanted; empty where nothing waits for that. */
    String prompt() {
        LinkedChat now = shown;
        return now == null || now.prompt() == null ? "" : now.prompt();
    }

    /** Its words stand in the composer now. */
    void taken() {
        words.setText(WORDS.get("linked.draft"));
        offer(put, false);
        requestFocus();
    }

    /** The fleet is so now: the model may have come. */
    void fleet(FleetView now) {
        LinkedChat link = shown;
        if (link == null || chosen) {
            return;
        }
        String wanted = link.model();
        var choice = link.choice(now);
        chosen = choice.isPresent();
        boolean missing = wanted != null && !chosen && now.connected();
        model.setText(missing ? WORDS.get("linked.missing", wanted) : "");
        Ui.shown(model, missing);
        offer(find, missing);
        setAccessibleText(words.getText() + " " + model.getText());
        choice.ifPresent(choose);
    }

    private void offer(Button button, boolean offered) {
        Ui.shown(button, offered);
        Ui.shown(acts, put.isVisible() || find.isVisible());
    }

    private void find() {
        LinkedChat link = shown;
        if (link != null && link.model() != null) {
            link.find().accept(link.model());
        }
    }

    /** It is no news any more. */
    void hide() {
        shown = null;
        Ui.shown(this, false);
    }
}
