package dev.rbee.app.settings.keys;

import dev.rbee.app.live.FleetView;
import dev.rbee.app.settings.Section;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.tokens.TokenInfo;
import dev.rbee.contract.tokens.TokenScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The keys of users and programs: what there is, a new one, the end of one. */
public final class KeysSection implements Section {
    private static final Words WORDS = Words.of(KeysSection.class);

    private final KeyParts parts;
    private final NewKey fresh;
    private final VBox rows = new VBox();
    private final VBox view;
    private final ChangeListener<FleetView> follow = (p, old, now) -> {
        if (now.connected() && !old.connected()) {
            load();
        }
    };

    /** Reads them when it comes to the front. */
    public KeysSection(KeyParts parts) {
        this.parts = parts;
        fresh = new NewKey(parts, this::load);
        rows.getStyleClass().addAll("card", "setting-card");
        rows.setId("token-list");
        view = new VBox(16, Ui.paragraph(WORDS.get("words"), "secondary"), fresh, rows);
    }

    private void load() {
        if (rows.getChildren().isEmpty()) {
            rows.getChildren().setAll(Ui.label(WORDS.get("reading"), "secondary", "setting-row"));
        }
        parts.background().run(() -> parts.tokens().tokens(), this::show, this::failed);
    }

    private void show(List<TokenInfo> tokens) {
        List<Node> all = new ArrayList<>();
        tokens.reversed().forEach(token -> all.add(row(token)));
        if (all.isEmpty()) {
            all.add(Ui.paragraph(WORDS.get("none"), "secondary", "setting-row"));
        }
        rows.getChildren().setAll(all);
    }

    private Node row(TokenInfo token) {
        boolean admin = token.scope() == TokenScope.ADMIN;
        Instant now = parts.fleet().now().get();
        String used =
                token.lastUsedAt() == null ? WORDS.get("never") : WORDS.get("used", Units.ago(token.lastUsedAt(), now));
        VBox words = new VBox(
                2,
                Ui.label(token.name(), "setting-title"),
                Ui.paragraph(
                        WORDS.get(admin ? "scope.admin" : "scope.inference") + "  ·  "
                                + WORDS.get("made", Units.ago(token.createdAt(), now)) + "  ·  " + used,
                        "secondary"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button revoke = Ui.button(WORDS.get("revoke"), null, () -> revoke(token));
        revoke.setId("revoke-" + token.name());
        revoke.setAccessibleText(WORDS.get("revoke.of", token.name()));
        HBox row = new HBox(12, new FontIcon(admin ? Feather.SHIELD : Feather.KEY), words, revoke);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("setting-row");
        return row;
    }

    private void revoke(TokenInfo token) {
        parts.dialogs()
                .confirm(
                        WORDS.get("revoke.title", token.name()),
                        Ui.paragraph(WORDS.get("revoke.words")),
                        WORDS.get("revoke.do"),
                        () -> parts.background().run(() -> revoked(token), this::show, this::failed),
                        () -> {});
    }

    private List<TokenInfo> revoked(TokenInfo token) {
        parts.tokens().revoke(token.id());
        return parts.tokens().tokens();
    }

    private void failed(Problem problem) {
        rows.getChildren().setAll(parts.presenter().inline(problem, this::load));
    }

    @Override
    public void shown() {
        load();
        parts.fleet().view().addListener(follow);
    }

    @Override
    public void hidden() {
        parts.fleet().view().removeListener(follow);
        fresh.forget();
    }

    @Override
    public void reveal(String id) {
        fresh.start();
    }

    @Override
    public String key() {
        return "tokens";
    }

    @Override
    public String name() {
        return WORDS.get("section");
    }

    @Override
    public Feather icon() {
        return Feather.KEY;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Find> finds() {
        return List.of(new Find("new-token", WORDS.get("new.title"), WORDS.get("words")));
    }
}
