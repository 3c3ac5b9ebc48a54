package dev.rbee.app.home;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Navigator;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.app.workers.WorkerWords;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Tells how editors and programs of others use the fleet, ready to copy. JavaFX thread only. */
final class Elsewhere {
    private static final Words WORDS = Words.of(Elsewhere.class);
    private static final String NONE = "–";

    private final Dialogs dialogs;
    private final Navigator navigator;
    private final Supplier<String> key;
    private final Runnable used;
    private String base = NONE;

    /** {@code key} is asked for only when something is copied or shown; {@code used} is told when it was. */
    Elsewhere(Dialogs dialogs, Navigator navigator, Supplier<String> key, Runnable used) {
        this.dialogs = dialogs;
        this.navigator = navigator;
        this.key = key;
        this.used = used;
    }

    /** Takes up where the queen is; one that is away is expected where she was, another one nowhere yet. */
    void follow(FleetView view) {
        base = switch (view.link()) {
            case Link.Connected connected -> connected.url() + "/v1";
            case Link.Away _ -> base;
            case Link.Starting _ -> NONE;
        };
    }

    /** The base URL, a dash while there is none. */
    String base() {
        return base;
    }

    private static String model(FleetView view) {
        return view.workers().values().stream()
                .filter(WorkerWords::chats)
                .map(WorkerInfo::modelRef)
                .findFirst()
                .orElse("demo");
    }

    void open(FleetView view) {
        Label about = Ui.label("", "secondary");
        about.setMinWidth(0);
        TextArea code = new TextArea();
        code.setEditable(false);
        code.setPrefRowCount(8);
        code.getStyleClass().add("snippet");
        code.setId("snippet");
        code.setAccessibleText(WORDS.get("elsewhere.code"));
        Snippets.Snippet[] open = new Snippets.Snippet[1];
        HBox names = new HBox();
        names.getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (Snippets.Snippet snippet : Snippets.of(base, model(view))) {
            ToggleButton name = new ToggleButton(snippet.name());
            name.setId("snippet-" + snippet.id());
            name.setToggleGroup(group);
            name.setMinWidth(HBox.USE_PREF_SIZE);
            Runnable show = () -> {
                open[0] = snippet;
                name.setSelected(true);
                code.setText(snippet.text());
                about.setText(WORDS.get("elsewhere." + snippet.id()));
            };
            name.setOnAction(e -> show.run());
            names.getChildren().add(name);
            if (open[0] == null) {
                show.run();
            }
        }
        Button copy = Ui.mainButton(WORDS.get("elsewhere.copy"), Feather.COPY, () -> {
            Ui.copy(open[0].with(key.get()));
            used.run();
        });
        copy.setId("snippet-copy");
        Button tokens = Ui.button(WORDS.get("elsewhere.own.key"), Feather.KEY, () -> {});
        HBox foot = new HBox(8, copy, tokens);
        VBox content = new VBox(
                12, Ui.paragraph(WORDS.get("elsewhere.words"), "secondary"), address(), names, about, code, foot);
        content.setPrefWidth(600);
        Dialog<ButtonType> dialog = dialogs.of(WORDS.get("elsewhere.title"), content, WORDS.get("close"));
        tokens.setOnAction(e -> {
            dialog.close();
            navigator.reveal("settings", "tokens");
        });
        dialog.show();
    }

    /** Base URL and key, each with a button that copies it. */
    VBox address() {
        HBox url = row(WORDS.get("base.url"), base, () -> base, "base");
        url.getChildren().getLast().setDisable(base.equals(NONE));
        return new VBox(6, url, keyRow());
    }

    private HBox keyRow() {
        return row(WORDS.get("api.key"), WORDS.get("api.key") + "  " + "•".repeat(12), key, "key");
    }

    private HBox row(String name, String shown, Supplier<String> value, String id) {
        Label text = Ui.paragraph(shown, "copyable");
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setAccessibleText(name + ": " + shown);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = Ui.copyButton(WORDS.get("copy." + id), () -> {
            used.run();
            return value.get();
        });
        copy.setId("home-copy-" + id);
        HBox row = new HBox(8, text, copy);
        row.getStyleClass().add("settings-row");
        return row;
    }
}
