package dev.rbee.app.settings;

import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.app.table.Facts;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What other programs need to use the fleet: addresses and the key. */
public final class ProgramsSection implements Section {
    private static final Words WORDS = Words.of(ProgramsSection.class);
    private static final String HIDDEN = "•".repeat(24);

    private final Addresses addresses;
    private final Label key = Cards.copyable(HIDDEN);
    private final VBox view;

    /** {@code tokens} opens the section where further keys are made. */
    public ProgramsSection(FleetModel fleet, Addresses addresses, Runnable tokens) {
        this.addresses = addresses;
        view = Cards.column(programs(fleet, tokens), installation(fleet));
    }

    private Node programs(FleetModel fleet, Runnable tokens) {
        ObservableValue<String> base = fleet.view().map(now -> address(now, "/v1"));
        Label url = Cards.copyable("");
        url.setId("base-url");
        url.textProperty().bind(base);
        Button show = Ui.iconButton(Feather.EYE, WORDS.get("programs.show"), this::toggle);
        show.setId("show-key");
        Facts facts = new Facts()
                .add(
                        WORDS.get("programs.base"),
                        Cards.row(url, Ui.copyButton(WORDS.get("programs.base.copy"), base::getValue)))
                .add(
                        WORDS.get("programs.key"),
                        Cards.row(key, show, Ui.copyButton(WORDS.get("programs.key.copy"), addresses.key())));
        facts.getStyleClass().add("roomy");
        return Cards.card(
                WORDS.get("programs.title"),
                Ui.paragraph(WORDS.get("programs.words"), "secondary"),
                facts,
                Ui.button(WORDS.get("programs.tokens"), Feather.KEY, tokens));
    }

    private Node installation(FleetModel fleet) {
        Label queen = Cards.copyable("");
        ObservableValue<String> queenAt = fleet.view().map(now -> address(now, ""));
        queen.textProperty().bind(queenAt);
        Label registry = Cards.copyable("");
        Supplier<String> registryAt = addresses.registry();
        registry.textProperty().bind(fleet.view().map(now -> registryAt.get()));
        String home = addresses.home().toString();
        Facts facts = new Facts()
                .add(
                        WORDS.get("programs.queen"),
                        Cards.row(queen, Ui.copyButton(WORDS.get("programs.queen.copy"), queenAt::getValue)))
                .add(
                        WORDS.get("programs.registry"),
                        Cards.row(registry, Ui.copyButton(WORDS.get("programs.registry.copy"), registryAt)))
                .add(
                        WORDS.get("programs.folder"),
                        Cards.row(Cards.copyable(home), Ui.copyButton(WORDS.get("programs.folder.copy"), () -> home)));
        facts.getStyleClass().add("roomy");
        return Cards.card(WORDS.get("programs.installation"), facts);
    }

    private static String address(FleetView now, String path) {
        return now.link() instanceof Link.Connected connected ? connected.url() + path : "–";
    }

    private void toggle() {
        key.setText(key.getText().equals(HIDDEN) ? addresses.key().get() : HIDDEN);
    }

    /** Nobody finds the key on the screen who comes back later. */
    @Override
    public void hidden() {
        key.setText(HIDDEN);
    }

    @Override
    public String key() {
        return "programs";
    }

    @Override
    public String name() {
        return WORDS.get("section.programs");
    }

    @Override
    public Feather icon() {
        return Feather.TERMINAL;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Find> finds() {
        return List.of(
                new Find("base-url", WORDS.get("programs.base"), WORDS.get("programs.words")),
                new Find("api-key", WORDS.get("programs.key"), WORDS.get("programs.words")),
                new Find(
                        "home-folder",
                        WORDS.get("programs.folder"),
                        addresses.home().toString()));
    }
}
