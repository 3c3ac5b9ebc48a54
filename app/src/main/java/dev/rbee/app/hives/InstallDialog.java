package dev.rbee.app.hives;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.hives.InstallEngine;
import java.io.File;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Asks which build of llama-server is to be installed: an archive by address and SHA-256, or a file of that machine. */
final class InstallDialog {
    private static final Words WORDS = Words.of(InstallDialog.class);

    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    private final Dialogs dialogs;
    private final TextField source = new TextField();
    private final TextField sha256 = new TextField();
    private final TextField version = new TextField();
    private final Dialog<ButtonType> dialog;

    /** {@code install} gets the order when the button is pressed. */
    InstallDialog(Dialogs dialogs, String hive, Consumer<InstallEngine> install) {
        this.dialogs = dialogs;
        source.setId("engine-source");
        source.setPromptText(WORDS.get("install.https.llama.b10587.bin", hive));
        sha256.setId("engine-sha256");
        sha256.setPromptText("64 hex digits, as its publisher says");
        version.setId("engine-version");
        version.setPromptText(WORDS.get("install.taken.from.the.files"));
        HBox.setHgrow(source, Priority.ALWAYS);
        GridPane form = new GridPane();
        form.getStyleClass().add("dialog-form");
        Button choose = Ui.iconButton(Feather.FOLDER, WORDS.get("install.choose.a.file.of"), this::choose);
        form.addRow(0, named(WORDS.get("install.from"), source), new HBox(8, source, choose));
        form.addRow(1, named("SHA-256", sha256), sha256);
        form.addRow(2, named(WORDS.get("install.version"), version), version);
        GridPane.setHgrow(sha256, Priority.ALWAYS);
        VBox content = new VBox(
                16,
                Ui.paragraph(WORDS.get("install.a.release.of.llama"), "secondary"),
                form,
                Ui.paragraph(WORDS.get("install.an.address.needs.the"), "secondary"));
        content.setPrefWidth(560);
        dialog = dialogs.of(WORDS.get("install.install.llama.server.on", hive), content, WORDS.get("cancel"));
        ButtonType go = new ButtonType(WORDS.get("install.install"), ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().add(go);
        Button button = (Button) dialog.getDialogPane().lookupButton(go);
        button.getStyleClass().add("main");
        button.setId("engine-install-go");
        BooleanBinding complete = Bindings.createBooleanBinding(
                () -> complete(source.getText().strip(), sha256.getText().strip()),
                source.textProperty(),
                sha256.textProperty());
        button.disableProperty().bind(complete.not());
        button.setOnAction(e -> install.accept(order()));
    }

    void show() {
        dialog.show();
        source.requestFocus();
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(WORDS.get("install.a.build.of.llama"));
        File file = chooser.showOpenDialog(dialogs.owner());
        if (file != null) {
            source.setText(file.getAbsolutePath());
        }
    }

    /** Whether that is enough to begin. Pure. */
    static boolean complete(String source, String sha256) {
        boolean hash = SHA256.matcher(sha256).matches();
        if (source.startsWith("https://")) {
            return source.length() > 10 && hash;
        }
        return !source.isEmpty() && !source.contains("://") && (sha256.isEmpty() || hash);
    }

    private InstallEngine order() {
        String from = source.getText().strip();
        boolean url = from.startsWith("https://");
        return new InstallEngine(url ? from : null, url ? null : from, given(sha256), given(version));
    }

    private static @Nullable String given(TextField field) {
        String text = field.getText().strip();
        return text.isEmpty() ? null : text;
    }

    private static Label named(String name, TextField field) {
        Label label = new Label(name);
        label.setMinWidth(72);
        label.setLabelFor(field);
        return label;
    }
}
