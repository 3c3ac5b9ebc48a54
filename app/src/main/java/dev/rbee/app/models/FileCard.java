package dev.rbee.app.models;

import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.models.FitAnswer;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.Problem;
import java.io.File;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One file that somebody wants to take in: what it is, how it would run, what became of it. JavaFX thread only. */
final class FileCard extends VBox {
    private static final Words WORDS = Words.of(FileCard.class);

    /** What is known of it. */
    enum Phase {
        /** its header is being read */
        READING,
        /** a model that can be taken in */
        GOOD,
        /** of no use */
        BAD,
        /** on its way in */
        TAKING,
        /** in */
        TAKEN,
        /** it was in before */
        THERE
    }

    private final ModelParts parts;
    private final File file;
    private final Runnable changed;
    private final Pill pill = new Pill();
    private final VBox body = new VBox(12);
    private final VBox trouble = new VBox();
    private final FitLines fit = new FitLines();
    private Phase phase = Phase.READING;
    private @Nullable FileLook look;
    private String id = "";
    private boolean asked;
    private boolean refused;

    /** {@code changed} is told of each new phase and size. */
    FileCard(ModelParts parts, File file, Runnable changed) {
        super(8);
        this.parts = parts;
        this.file = file;
        this.changed = changed;
        getStyleClass().add("card");
        Label name = Ui.whole(Ui.label(file.getName().isEmpty() ? file.getPath() : file.getName(), "section"));
        name.setMinWidth(0);
        HBox head = new HBox(8, name, Ui.spacer(), pill);
        head.getStyleClass().add("chat-bar");
        String folder = file.getParent();
        getChildren().add(head);
        if (folder != null) {
            getChildren().add(Ui.paragraph(folder, "mono", "secondary"));
        }
        getChildren().addAll(body, trouble);
        enter(Phase.READING);
        parts.background().run(() -> FileLook.read(file), this::show, this::bad);
    }

    private void show(FileLook read) {
        look = read;
        body.getChildren().setAll(read.facts(), fit);
        fit.say(WORDS.get("file.waits"));
        enter(Phase.GOOD);
    }

    private void bad(Problem problem) {
        trouble.getChildren().setAll(new ProblemView(problem, null));
        enter(Phase.BAD);
    }

    private record Judged(FitAnswer fit, Optional<String> listed) {}

    /** Asks the queen, who answers now, how it would run; once. */
    void judge() {
        FileLook read = look;
        if (read == null || asked) {
            return;
        }
        asked = true;
        fit.asking();
        parts.background()
                .run(
                        () -> {
                            FitAnswer answer = parts.models()
                                    .fitHere(
                                            read.name(),
                                            read.info().header(),
                                            read.info().fileBytes());
                            return new Judged(
                                    answer,
                                    Optional.ofNullable(
                                            read.listed(answer, parts.models().catalog())));
                        },
                        this::judged,
                        problem -> {
                            refused = true;
                            fit.failed(problem);
                            changed.run();
                        });
    }

    /** The fleet is another one now: what could not be said before is asked again. */
    void fleetChanged() {
        if (refused) {
            refused = false;
            asked = false;
        }
    }

    private void judged(Judged now) {
        fit.show(now.fit());
        if (now.listed().isPresent() && phase == Phase.GOOD) {
            id = now.listed().get();
            enter(Phase.THERE);
        } else {
            changed.run();
        }
    }

    /** Takes it in; {@code then} follows whatever comes of it. */
    void take(Runnable then) {
        FileLook read = look;
        if (read == null) {
            then.run();
            return;
        }
        trouble.getChildren().clear();
        enter(Phase.TAKING);
        parts.background()
                .run(
                        () -> parts.models().importModel(read.path()),
                        (ModelEntry entry) -> {
                            id = entry.id();
                            enter(Phase.TAKEN);
                            then.run();
                        },
                        problem -> {
                            trouble.getChildren().setAll(new ProblemView(problem, null));
                            enter(Phase.GOOD);
                            then.run();
                        });
    }

    private void enter(Phase next) {
        phase = next;
        pill.show(badge());
        Ui.shown(trouble, !trouble.getChildren().isEmpty());
        changed.run();
    }

    private Badge badge() {
        return switch (phase) {
            case READING -> new Badge(Tone.LOADING, Feather.LOADER, WORDS.get("file.reading"));
            case GOOD -> new Badge(Tone.READY, Feather.CHECK, WORDS.get("file.model"));
            case BAD -> new Badge(Tone.ERROR, Feather.ALERT_CIRCLE, WORDS.get("file.unusable"));
            case TAKING -> new Badge(Tone.LOADING, Feather.LOADER, WORDS.get("file.importing"));
            case TAKEN -> new Badge(Tone.READY, Feather.CHECK, WORDS.get("file.imported"));
            case THERE -> new Badge(Tone.READY, Feather.CHECK, WORDS.get("file.there", id));
        };
    }

    Phase phase() {
        return phase;
    }

    File file() {
        return file;
    }

    /** What it is called where models are listed; empty while it is not. */
    String id() {
        return id;
    }
}
