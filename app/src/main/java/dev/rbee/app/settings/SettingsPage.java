package dev.rbee.app.settings;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Page;
import dev.rbee.app.frame.PageHead;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.Link;
import dev.rbee.app.table.Facts;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.app.theme.Ui;
import dev.rbee.contract.info.Version;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page of settings: look, addresses and key for other programs, what this is and what it is made of. */
public final class SettingsPage implements Page {
    private final VBox view = new VBox();
    private final FleetModel fleet;
    private final Addresses addresses;
    private final Dialogs dialogs;
    private final Look look;
    private final Map<Theme, ToggleButton> themes = new EnumMap<>(Theme.class);

    /** {@code chosen} is told of another theme, after it is in force. */
    public SettingsPage(FleetModel fleet, Addresses addresses, Look look, Dialogs dialogs, Consumer<Theme> chosen) {
        this.fleet = fleet;
        this.addresses = addresses;
        this.dialogs = dialogs;
        this.look = look;
        VBox cards = new VBox(16, appearance(chosen), programs(), installation());
        cards.setMaxWidth(760);
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        view.getStyleClass().add("page");
        view.getChildren().addAll(new PageHead("Settings"), scroll);
    }

    private Node appearance(Consumer<Theme> chosen) {
        ToggleGroup group = new ToggleGroup();
        HBox buttons = new HBox(8);
        for (Theme theme : Theme.values()) {
            ToggleButton button = new ToggleButton(theme.words());
            button.setId("theme-" + theme.name().toLowerCase(java.util.Locale.ROOT));
            button.setToggleGroup(group);
            button.setOnAction(e -> {
                button.setSelected(true);
                look.choose(theme);
                chosen.accept(theme);
            });
            themes.put(theme, button);
            buttons.getChildren().add(button);
        }
        return card("Appearance", Ui.paragraph("Light or dark, at once and without a restart.", "secondary"), buttons);
    }

    private Node programs() {
        ObservableValue<String> base =
                fleet.view().map(now -> now.link() instanceof Link.Connected connected ? connected.url() + "/v1" : "–");
        Label url = copyable();
        url.setId("base-url");
        url.textProperty().bind(base);
        Label key = copyable(Secret.HIDDEN);
        Button show = Ui.iconButton(Feather.EYE, "Show or hide the key", () -> Secret.toggle(key, addresses.key()));
        Facts facts = new Facts()
                .add("Base URL", row(url, Ui.copyButton("Copy the base URL", base::getValue)))
                .add("API key", row(key, show, Ui.copyButton("Copy the key", addresses.key())));
        facts.getStyleClass().add("roomy");
        return card(
                "Use it from other programs",
                Ui.paragraph(
                        "Every program that speaks OpenAI's API can use your machines: give it this base URL and key."
                                + " The key opens everything in this installation; keep it to yourself.",
                        "secondary"),
                facts);
    }

    private Node installation() {
        Label queen = copyable();
        queen.textProperty()
                .bind(fleet.view().map(now -> now.link() instanceof Link.Connected connected ? connected.url() : "–"));
        Label registry = copyable();
        registry.textProperty()
                .bind(fleet.view().map(now -> addresses.registry().get()));
        String home = addresses.home().toString();
        Label folder = copyable(home);
        Facts facts = new Facts()
                .add("Version", row(copyable("rbee " + Version.CURRENT)))
                .add("Queen", row(queen))
                .add("Registry", row(registry))
                .add("Folder", row(folder, Ui.copyButton("Copy the folder", () -> home)));
        facts.getStyleClass().add("roomy");
        return card("This installation", facts, Ui.button("Licences…", Feather.FILE_TEXT, this::licences));
    }

    private void licences() {
        Facts facts = new Facts();
        Licences.PARTS.forEach(part -> facts.add(part.name(), part.licence()));
        ScrollPane scroll = new ScrollPane(facts);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain");
        scroll.setPrefSize(520, 420);
        dialogs.of("What rbee is made of", scroll, "Close").show();
    }

    private static Node card(String title, Node... parts) {
        VBox card = new VBox(12, Ui.label(title, "section"));
        card.getStyleClass().add("card");
        card.getChildren().addAll(parts);
        return card;
    }

    private static Label copyable() {
        return copyable("");
    }

    private static Label copyable(String text) {
        return Ui.label(text, "copyable");
    }

    private static HBox row(Node... parts) {
        HBox row = new HBox(4, parts);
        row.getStyleClass().add("settings-row");
        return row;
    }

    /** A secret that is shown only on request. */
    private static final class Secret {
        static final String HIDDEN = "•".repeat(24);

        private Secret() {}

        static void toggle(Label label, Supplier<String> secret) {
            label.setText(label.getText().equals(HIDDEN) ? secret.get() : HIDDEN);
        }
    }

    @Override
    public void shown() {
        themes.forEach((theme, button) -> button.setSelected(theme == look.chosen()));
    }

    @Override
    public String key() {
        return "settings";
    }

    @Override
    public String name() {
        return "Settings";
    }

    @Override
    public Feather icon() {
        return Feather.SETTINGS;
    }

    @Override
    public Node view() {
        return view;
    }
}
