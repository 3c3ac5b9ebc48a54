package dev.rbee.app.settings;

import dev.rbee.app.words.Words;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Every shortcut there is, to be looked up. */
public final class ShortcutsSection implements Section {
    private static final Words WORDS = Words.of(ShortcutsSection.class);
    private static final double READABLE = 640;

    private final Supplier<Node> list;
    private final StackPane place = new StackPane();
    private final VBox view = new VBox(place);

    /** {@code list} makes what is shown, anew each time. */
    public ShortcutsSection(Supplier<Node> list) {
        this.list = list;
        place.setMaxWidth(READABLE);
        VBox.setVgrow(place, Priority.ALWAYS);
    }

    @Override
    public void shown() {
        place.getChildren().setAll(list.get());
    }

    @Override
    public void hidden() {
        place.getChildren().clear();
    }

    @Override
    public String key() {
        return "shortcuts";
    }

    @Override
    public String name() {
        return WORDS.get("section.shortcuts");
    }

    @Override
    public Feather icon() {
        return Feather.COMMAND;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public boolean fills() {
        return true;
    }
}
