package dev.rbee.app.settings;

import dev.rbee.app.background.OnClose;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** How the window looks and what closing it does. */
public final class GeneralSection implements Section {
    private static final Words WORDS = Words.of(GeneralSection.class);

    private final AppState state;
    private final Look look;
    private final Map<Theme, ToggleButton> themes = new EnumMap<>(Theme.class);
    private final ComboBox<OnClose> onClose = new ComboBox<>();
    private final VBox view;

    /** What is chosen goes into {@code state}; {@code more} are further cards. */
    public GeneralSection(AppState state, Look look, List<Node> more) {
        this.state = state;
        this.look = look;
        view = Cards.column(appearance(), closing());
        view.getChildren().addAll(more);
        state.watch(OnClose.KEY, () -> onClose.setValue(OnClose.of(state)));
    }

    private Node appearance() {
        ToggleGroup group = new ToggleGroup();
        FlowPane buttons = new FlowPane(8, 8);
        for (Theme theme : Theme.values()) {
            ToggleButton button = new ToggleButton(theme.words());
            button.setId("theme-" + theme.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setOnAction(e -> {
                button.setSelected(true);
                look.choose(theme);
                state.put("theme", theme.name().toLowerCase(Locale.ROOT));
            });
            themes.put(theme, button);
            buttons.getChildren().add(button);
        }
        return Cards.card(
                WORDS.get("general.look"),
                Ui.paragraph(WORDS.get("general.look.words"), "secondary"),
                buttons,
                Ui.paragraph(WORDS.get("general.motion"), "secondary"));
    }

    private Node closing() {
        onClose.setId("on-close");
        onClose.getItems().setAll(OnClose.values());
        onClose.setAccessibleText(WORDS.get("general.close"));
        onClose.setConverter(new StringConverter<>() {
            @Override
            public String toString(OnClose value) {
                return value == null ? "" : words(value);
            }

            @Override
            public OnClose fromString(String text) {
                return OnClose.ASK;
            }
        });
        onClose.setValue(OnClose.of(state));
        onClose.valueProperty().addListener((p, old, now) -> now.remember(state));
        return Cards.card(
                WORDS.get("general.background"),
                Cards.line(WORDS.get("general.close"), WORDS.get("general.close.words"), onClose));
    }

    private static String words(OnClose value) {
        return switch (value) {
            case ASK -> WORDS.get("general.close.ask");
            case KEEP -> WORDS.get("general.close.keep");
            case QUIT -> WORDS.get("general.close.quit");
        };
    }

    @Override
    public void shown() {
        themes.forEach((theme, button) -> button.setSelected(theme == look.chosen()));
    }

    @Override
    public String key() {
        return "general";
    }

    @Override
    public String name() {
        return WORDS.get("section.general");
    }

    @Override
    public Feather icon() {
        return Feather.SETTINGS;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Find> finds() {
        return List.of(
                new Find("look", WORDS.get("general.look"), WORDS.get("general.look.words")),
                new Find("on-close", WORDS.get("general.close"), WORDS.get("general.close.words")));
    }
}
