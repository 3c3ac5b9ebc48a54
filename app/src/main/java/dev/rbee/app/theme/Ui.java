package dev.rbee.app.theme;

import dev.rbee.app.words.Words;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small parts every page is made of. JavaFX thread only. */
public final class Ui {
    private static final Words WORDS = Words.of(Ui.class);

    private Ui() {}

    /** A text of that style. */
    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** The same, breaking its lines. */
    public static Label paragraph(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A button with words. */
    public static Button button(String text, @Nullable Feather icon, Runnable action) {
        Button button = icon == null ? new Button(text) : new Button(text, new FontIcon(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    /** The one main action of a page. */
    public static Button mainButton(String text, @Nullable Feather icon, Runnable action) {
        Button button = button(text, icon, action);
        button.getStyleClass().add("main");
        return button;
    }

    /** A button that is only an icon; its words are a tooltip and what a screen reader says. */
    public static Button iconButton(Feather icon, String words, Runnable action) {
        Button button = button("", icon, action);
        button.getStyleClass().add("quiet");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }

    /** The same, telling all of its text in a tooltip while it does not fit. */
    public static <L extends Labeled> L whole(L labeled) {
        Tooltip all = new Tooltip();
        all.textProperty().bind(labeled.textProperty());
        labeled.textTruncatedProperty().addListener((p, old, cut) -> labeled.setTooltip(cut ? all : null));
        return labeled;
    }

    /** Words and shortcut as tooltip. */
    public static Tooltip tip(String words, @Nullable KeyCombination keys) {
        return new Tooltip(keys == null ? words : words + "  (" + keys.getDisplayText() + ")");
    }

    /** Takes the room that is left. */
    public static Region spacer() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    /** Shows or hides without leaving a hole. */
    public static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** Puts text on the clipboard. */
    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** A button that copies and says so for as long as the pointer stays. */
    public static Button copyButton(String words, Supplier<String> text) {
        Button button = iconButton(Feather.COPY, words, () -> {});
        FontIcon icon = (FontIcon) button.getGraphic();
        button.setOnAction(e -> {
            copy(text.get());
            icon.setIconCode(Feather.CHECK);
            button.setAccessibleText(WORDS.get("copied"));
        });
        button.setOnMouseExited(e -> {
            icon.setIconCode(Feather.COPY);
            button.setAccessibleText(words);
        });
        return button;
    }
}
