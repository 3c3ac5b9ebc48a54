package dev.rbee.app.settings.about;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.settings.Section;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.info.Version;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Everything rbee is made of, with versions and terms. */
public final class LicencesSection implements Section {
    private static final Words WORDS = Words.of(LicencesSection.class);

    private final Dialogs dialogs;
    private final Consumer<String> opener;
    private final Licences licences = Licences.read();
    private final List<String> jars;
    private final VBox view;

    /** {@code opener} shows an address in the browser. */
    public LicencesSection(Dialogs dialogs, Consumer<String> opener) {
        this.dialogs = dialogs;
        this.opener = opener;
        jars = running();
        VBox rows = new VBox();
        rows.setId("licences");
        rows.getStyleClass().addAll("card", "setting-card");
        licences.parts().forEach(part -> rows.getChildren().add(row(part)));
        view = new VBox(16, Ui.paragraph(WORDS.get("licences.words"), "secondary"), rows);
    }

    /** The names of the jars that this program runs from. */
    private static List<String> running() {
        return Stream.of("java.class.path", "jdk.module.path", "rbee.classpath")
                .map(name -> System.getProperty(name, ""))
                .flatMap(path -> Arrays.stream(path.split(Pattern.quote(File.pathSeparator))))
                .map(path -> new File(path).getName())
                .toList();
    }

    private Node row(Part part) {
        String version = switch (part.name()) {
            case "rbee" -> Version.CURRENT;
            case "OpenJDK" -> Runtime.version().toString();
            default -> Licences.version(part, jars).orElse("");
        };
        VBox words = new VBox(
                2,
                Ui.label((part.name() + " " + version).strip(), "setting-title"),
                Ui.paragraph(part.copyright(), "secondary"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button text = Ui.button(part.licence(), Feather.FILE_TEXT, () -> show(part));
        text.setAccessibleText(WORDS.get("licences.text", part.name()));
        text.setTooltip(Ui.tip(WORDS.get("licences.text", part.name()), null));
        Button home = Ui.iconButton(
                Feather.EXTERNAL_LINK, WORDS.get("licences.home", part.name()), () -> opener.accept(part.home()));
        home.setVisible(!part.home().isEmpty());
        HBox row = new HBox(8, words, text, home);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("setting-row");
        return row;
    }

    private void show(Part part) {
        TextArea text = new TextArea(Licences.text(part));
        text.setEditable(false);
        text.getStyleClass().add("file-text");
        text.setPrefSize(640, 440);
        dialogs.of(part.name(), text, WORDS.get("close")).show();
    }

    @Override
    public String key() {
        return "licences";
    }

    @Override
    public String name() {
        return WORDS.get("section.licences");
    }

    @Override
    public Feather icon() {
        return Feather.AWARD;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Find> finds() {
        return licences.parts().stream()
                .map(part -> new Find("licence-of-" + part.name(), part.name(), part.licence()))
                .toList();
    }
}
