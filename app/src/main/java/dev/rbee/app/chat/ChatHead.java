package dev.rbee.app.chat;

import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Over a chat: with whom it is, how full the context is, set-up, second column. JavaFX thread only. */
final class ChatHead extends HBox {
    private static final Words WORDS = Words.of(ChatHead.class);
    static final KeyCombination SETUP =
            new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN);
    static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    static final KeyCombination SEARCH =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    static final KeyCombination NEW = new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);

    private final TargetPicker picker;
    private final TargetPicker second;
    private final Pill queenless = new Pill(new Badge(Tone.LOADING, Feather.ZAP, WORDS.get("queenless")));
    private final ContextMeter meter = new ContextMeter();
    private final ToggleButton beside = new ToggleButton("", new FontIcon(Feather.COLUMNS));
    private final ToggleButton setup = new ToggleButton("", new FontIcon(Feather.SLIDERS));
    private final Button fresh;
    private final Deeds deeds;

    /** What its buttons do. */
    interface Deeds {
        void choose(Choice choice);

        /** Null: nobody beside. */
        void beside(@Nullable Choice choice);

        void setup(boolean shown);

        void fresh();
    }

    ChatHead(FleetView view, Deeds deeds) {
        this.deeds = deeds;
        getStyleClass().addAll("chat-bar", "chat-head");
        picker = new TargetPicker("target-picker", view, deeds::choose);
        second = new TargetPicker("second-picker", view, deeds::beside);
        queenless.setId("queenless");
        queenless.setTooltip(Ui.tip(WORDS.get("queenless.tip"), null));
        toggle(beside, "beside", WORDS.get("beside.tip"), null);
        toggle(setup, "setup-toggle", WORDS.get("setup.title"), SETUP);
        beside.setOnAction(e -> deeds.beside(beside.isSelected() ? new Choice.Auto() : null));
        setup.selectedProperty().addListener((p, old, now) -> this.deeds.setup(now));
        fresh = Ui.iconButton(Feather.EDIT, WORDS.get("chat.fresh"), deeds::fresh);
        fresh.setTooltip(Ui.tip(WORDS.get("chat.fresh"), NEW));
        fresh.setId("head-new-chat");
        getChildren().addAll(picker, second, queenless, Ui.spacer(), meter, beside, setup, fresh);
        second(null);
    }

    private static void toggle(ToggleButton button, String id, String words, @Nullable KeyCombination keys) {
        button.setId(id);
        button.getStyleClass().add("quiet");
        button.setAccessibleText(words);
        button.setTooltip(Ui.tip(words, keys));
    }

    /** The fleet is so now. */
    void show(FleetView now) {
        picker.show(now);
        second.show(now);
        Ui.shown(queenless, now.link() instanceof Link.Away);
    }

    /** The chat is set up so. */
    void show(Setup now) {
        picker.show(now.choice());
        second(now.second());
        setup.getStyleClass().remove("own");
        if (now.own()) {
            setup.getStyleClass().add("own");
        }
    }

    private void second(@Nullable Choice choice) {
        Ui.shown(second, choice != null);
        beside.setSelected(choice != null);
        if (choice != null) {
            second.show(choice);
        }
    }

    /** Tokens used, and the most there can be. */
    void context(int used, @Nullable Integer most) {
        meter.show(used, most);
    }

    /** Shows the set-up or hides it. */
    void setup(boolean shown) {
        setup.setSelected(shown);
    }

    void toggleSetup() {
        setup.setSelected(!setup.isSelected());
    }

    /** There is no list of chats beside it that would have a button for a new one. */
    void alone(boolean now) {
        Ui.shown(fresh, now);
    }

    /** Opens the list of targets. */
    void pick() {
        picker.open();
    }
}
