package dev.rbee.app.chat;

import dev.rbee.app.chats.Chats;
import dev.rbee.app.chats.store.Preset;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Set-ups under names: chosen from a menu, kept for the model of the chat or for all, forgotten. */
final class PresetBar extends VBox {
    private static final Words WORDS = Words.of(PresetBar.class);

    private final Chats chats;
    private final Supplier<Setup> now;
    private final Consumer<Setup> use;
    private final MenuButton menu = new MenuButton(WORDS.get("preset.choose"));
    private final TextField name = new TextField();
    private final HBox naming;
    private String model = "";
    private boolean asked;

    PresetBar(Chats chats, Supplier<Setup> now, Consumer<Setup> use) {
        super(6);
        this.chats = chats;
        this.now = now;
        this.use = use;
        menu.setId("presets");
        menu.setMnemonicParsing(false);
        menu.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(menu, Priority.ALWAYS);
        Button keep = Ui.button(WORDS.get("preset.keep"), Feather.SAVE, this::ask);
        keep.setId("preset-keep");
        name.setId("preset-name");
        name.setPromptText(WORDS.get("preset.name"));
        name.setAccessibleText(WORDS.get("preset.name"));
        name.setOnAction(e -> keep());
        HBox.setHgrow(name, Priority.ALWAYS);
        naming = new HBox(6, name, Ui.iconButton(Feather.CHECK, WORDS.get("preset.keep.now"), this::keep));
        Ui.shown(naming, false);
        getChildren().addAll(new HBox(6, menu, keep), naming);
    }

    /** The chat is with that model now; empty for any. */
    void model(String now) {
        if (!now.equals(model) || !asked) {
            model = now;
            asked = true;
            read();
        }
    }

    private void read() {
        chats.presets(model, this::fill);
    }

    private void fill(List<Preset> presets) {
        menu.getItems().clear();
        for (Preset preset : presets) {
            MenuItem item = new MenuItem(
                    preset.model().isEmpty() ? preset.name() : WORDS.get("preset.of", preset.name(), preset.model()));
            item.setMnemonicParsing(false);
            item.setOnAction(e -> use.accept(Setup.read(preset.setup())));
            menu.getItems().add(item);
        }
        if (!presets.isEmpty()) {
            var forget = new javafx.scene.control.Menu(WORDS.get("preset.forget"));
            for (Preset preset : presets) {
                MenuItem item = new MenuItem(preset.name());
                item.setMnemonicParsing(false);
                item.setOnAction(e -> {
                    chats.forget(preset);
                    read();
                });
                forget.getItems().add(item);
            }
            menu.getItems().addAll(new javafx.scene.control.SeparatorMenuItem(), forget);
        }
        menu.setDisable(presets.isEmpty());
        menu.setText(WORDS.get(presets.isEmpty() ? "preset.none" : "preset.choose"));
    }

    private void ask() {
        Ui.shown(naming, !naming.isVisible());
        if (naming.isVisible()) {
            name.requestFocus();
        }
    }

    private void keep() {
        String called = name.getText().strip();
        if (!called.isEmpty()) {
            Setup only = Setup.PLAIN.with(now.get().prompt(), now.get().how());
            chats.keep(new Preset(model, called, only.write()));
            name.clear();
            Ui.shown(naming, false);
            read();
        }
    }
}
