package dev.rbee.app.workers;

import dev.rbee.app.catalog.ModelWords;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.Task;
import dev.rbee.app.remote.ModelsApi;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.MemoryBar;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.models.FitAnswer;
import dev.rbee.contract.models.FitRequest;
import dev.rbee.contract.models.HiveFit;
import dev.rbee.contract.problem.Problem;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** How what is being chosen would run: verdict, memory as a bar, speed; follows the form a moment behind. */
final class FitPreview extends VBox {
    private static final Words WORDS = Words.of(FitPreview.class);

    private static final Duration BEHIND = Duration.millis(200);

    private final ModelsApi models;
    private final Background background;
    private final Pill pill = new Pill();
    private final Label where = Ui.label("");
    private final MemoryBar bar = new MemoryBar();
    private final Label words = Ui.paragraph("", "secondary");
    private final Label figures = Ui.label("", "figure", "secondary");
    private final PauseTransition pause = new PauseTransition(BEHIND);
    private @Nullable Task asking;
    private boolean answered;

    FitPreview(ModelsApi models, Background background) {
        super(8);
        this.models = models;
        this.background = background;
        setId("fit-preview");
        getStyleClass().add("card");
        HBox head = new HBox(8, where, Ui.spacer(), pill);
        head.getStyleClass().add("chat-bar");
        words.setMinHeight(36);
        words.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        getChildren().addAll(head, bar, words, figures);
        say(WORDS.get("fit"), new Badge(Tone.OFFLINE, Feather.HELP_CIRCLE, WORDS.get("fit.choose")), "", "");
    }

    /** Asks about that, unless another question follows at once; {@code hive} null: the best one is shown. */
    void ask(@Nullable FitRequest question, @Nullable String hive) {
        stop();
        if (question == null) {
            return;
        }
        if (!answered) {
            say(WORDS.get("fit"), new Badge(Tone.LOADING, Feather.LOADER, WORDS.get("fit.working")), "", "");
        }
        pause.setOnFinished(
                e -> asking = background.start(() -> models.fit(question), answer -> show(answer, hive), this::failed));
        pause.playFromStart();
    }

    /** No answer is shown any more. */
    void stop() {
        pause.stop();
        if (asking != null) {
            asking.cancel();
            asking = null;
        }
    }

    private void show(FitAnswer answer, @Nullable String hive) {
        answered = true;
        Optional<HiveFit> found = answer.hives().stream()
                .filter(fit -> hive == null || fit.hive().equals(hive))
                .findFirst();
        if (found.isEmpty()) {
            say(
                    WORDS.get("fit"),
                    new Badge(Tone.OFFLINE, Feather.SLASH, WORDS.get("no.hive")),
                    WORDS.get("no.hive.is.online.to"),
                    "");
            bar.show(0, "");
            return;
        }
        HiveFit fit = found.get();
        String device = fit.device() == null ? "" : "  ·  " + fit.device();
        String engine = fit.engine() == null ? "" : "  ·  " + fit.engine();
        say(
                WORDS.get(hive == null ? "fit.best" : "fit.on", fit.hive()) + device + engine,
                ModelWords.verdict(fit),
                fit.words(),
                figures(fit));
        long total = fit.totalBytes() == null ? 0 : fit.totalBytes();
        long free = fit.freeBytes() == null ? 0 : fit.freeBytes();
        bar.show(free <= 0 ? 1 : (double) total / free, WORDS.get("of.free", Units.bytes(total), Units.bytes(free)));
        Ui.shown(bar, fit.totalBytes() != null && fit.freeBytes() != null);
    }

    private static String figures(HiveFit fit) {
        String parts = fit.weightsBytes() == null
                ? ""
                : WORDS.get(
                        "weights.context.work",
                        Units.bytes(fit.weightsBytes()),
                        Units.bytes(fit.kvBytes()),
                        Units.bytes(fit.computeBytes()));
        String rest = ModelWords.figures(fit);
        return parts.isEmpty() ? rest : rest.isEmpty() ? parts : rest + "\n" + parts;
    }

    private void failed(Problem problem) {
        say(
                WORDS.get("fit"),
                new Badge(Tone.OFFLINE, Feather.HELP_CIRCLE, WORDS.get("fact.engine.unknown")),
                problem.message(),
                "");
        Ui.shown(bar, false);
    }

    private void say(String place, Badge badge, String text, String small) {
        where.setText(place);
        pill.show(badge);
        words.setText(text);
        figures.setText(small);
    }
}
