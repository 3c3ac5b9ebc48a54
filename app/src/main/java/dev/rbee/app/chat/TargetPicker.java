package dev.rbee.app.chat;

import dev.rbee.app.live.FleetView;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.stage.Popup;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says with which model or worker a chat is, and lets another be chosen. JavaFX thread only. */
final class TargetPicker extends Button {
    private static final Words WORDS = Words.of(TargetPicker.class);

    private final Consumer<Choice> chosen;
    private final TargetList list;
    private final Popup popup = new Popup();
    private FleetView view;
    private Choice choice = new Choice.Auto();

    /** {@code chosen} gets what somebody chose. */
    TargetPicker(String id, FleetView view, Consumer<Choice> chosen) {
        this.chosen = chosen;
        this.view = view;
        setId(id);
        getStyleClass().add("target-picker");
        setGraphic(new FontIcon(Feather.CPU));
        setAccessibleText(WORDS.get("target.words"));
        setTooltip(Ui.tip(WORDS.get("target.tip"), null));
        setMinWidth(88);
        setMnemonicParsing(false);
        list = new TargetList(this::pick);
        popup.getContent().add(list);
        popup.setAutoHide(true);
        popup.setAutoFix(true);
        setOnAction(e -> open());
        label();
    }

    /** Opens the list of what can be chosen. */
    void open() {
        if (popup.isShowing() || getScene() == null) {
            popup.hide();
            return;
        }
        popup.getScene().getStylesheets().setAll(getScene().getStylesheets());
        list.show(Target.all(view), choice);
        Bounds place = localToScreen(getBoundsInLocal());
        popup.show(this, place.getMinX(), place.getMaxY() + 4);
        list.focus();
    }

    private void pick(Choice picked) {
        popup.hide();
        chosen.accept(picked);
    }

    /** Shows what is chosen. */
    void show(Choice now) {
        choice = now;
        label();
    }

    /** The fleet changed. An open list stays as it is, so that nothing moves under the pointer. */
    void show(FleetView now) {
        view = now;
        label();
    }

    private void label() {
        String words = choice.words();
        if (choice instanceof Choice.Auto auto) {
            words = Destination.best(auto, view.workers().values())
                    .map(worker -> WORDS.get("choice.auto.now", worker.modelRef()))
                    .orElse(words);
        }
        String all = words + "  ▾";
        if (!all.equals(getText())) {
            setText(all);
            getTooltip().setText(all + "\n" + WORDS.get("target.tip"));
        }
    }
}
