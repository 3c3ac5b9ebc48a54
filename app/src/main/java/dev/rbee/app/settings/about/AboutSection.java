package dev.rbee.app.settings.about;

import dev.rbee.app.settings.Cards;
import dev.rbee.app.settings.Section;
import dev.rbee.app.table.Facts;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.info.Version;
import dev.rbee.contract.problem.Problem;
import dev.rbee.service.diagnose.Diagnosis;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Versions, and the bundle for whoever helps. */
public final class AboutSection implements Section {
    private static final Words WORDS = Words.of(AboutSection.class);

    private final AboutParts parts;
    private final VBox trouble = new VBox();
    private final Button make;
    private final VBox view;

    /** Nothing is collected before the button is pressed. */
    public AboutSection(AboutParts parts) {
        this.parts = parts;
        make = Ui.button(WORDS.get("diagnosis.make"), Feather.ARCHIVE, this::collect);
        make.setId("diagnosis-make");
        Facts facts = new Facts()
                .add(WORDS.get("about.version"), "rbee " + Version.CURRENT)
                .add(WORDS.get("about.java"), System.getProperty("java.vm.name") + " " + Runtime.version())
                .add(WORDS.get("about.javafx"), System.getProperty("javafx.runtime.version", "–"))
                .add(
                        WORDS.get("about.system"),
                        System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                                + System.getProperty("os.arch"))
                .add(WORDS.get("about.folder"), parts.home().path().toString());
        Button copy = Ui.button(WORDS.get("about.copy"), Feather.COPY, AboutSection::copy);
        Ui.shown(trouble, false);
        view = Cards.column(
                Cards.card("rbee", Ui.paragraph(WORDS.get("about.words"), "secondary"), facts, new HBox(copy)),
                Cards.card(
                        WORDS.get("diagnosis.title"),
                        Ui.paragraph(WORDS.get("diagnosis.words"), "secondary"),
                        new HBox(make),
                        trouble));
    }

    private static void copy() {
        Ui.copy("rbee " + Version.CURRENT + ", Java " + Runtime.version() + ", JavaFX "
                + System.getProperty("javafx.runtime.version", "–") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
    }

    private void collect() {
        make.setDisable(true);
        make.setText(WORDS.get("diagnosis.making"));
        Ui.shown(trouble, false);
        Map<String, String> more =
                Map.of("fleet.json", FleetText.of(parts.fleet().view().get()));
        var now = parts.fleet().now().get();
        parts.background()
                .run(() -> Diagnosis.of(parts.home(), parts.environment(), now, more), this::show, this::failed);
    }

    private void show(Diagnosis diagnosis) {
        ready();
        new DiagnosisDialog(parts, diagnosis).show();
    }

    private void failed(Problem problem) {
        ready();
        trouble.getChildren().setAll(parts.presenter().inline(problem, this::collect));
        Ui.shown(trouble, true);
    }

    private void ready() {
        make.setDisable(false);
        make.setText(WORDS.get("diagnosis.make"));
    }

    @Override
    public void reveal(String id) {
        make.requestFocus();
    }

    @Override
    public String key() {
        return "about";
    }

    @Override
    public String name() {
        return WORDS.get("section.about");
    }

    @Override
    public Feather icon() {
        return Feather.INFO;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Find> finds() {
        return List.of(new Find("diagnosis", WORDS.get("diagnosis.title"), WORDS.get("diagnosis.words")));
    }
}
