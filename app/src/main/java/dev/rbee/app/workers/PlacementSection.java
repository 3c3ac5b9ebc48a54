package dev.rbee.app.workers;

import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.Task;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerPlacement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Why a worker was started where it is, as the queen kept it. JavaFX thread only. */
final class PlacementSection extends VBox {
    private static final Words WORDS = Words.of(PlacementSection.class);

    private final QueenApi queen;
    private final Background background;
    private final Supplier<Instant> now;
    private final VBox lines = new VBox(4);
    private @Nullable String asked;
    private @Nullable Task asking;

    PlacementSection(QueenApi queen, Background background, Supplier<Instant> now) {
        super(8);
        this.queen = queen;
        this.background = background;
        this.now = now;
        setId("worker-placement");
        getChildren().addAll(Ui.label(WORDS.get("placed.head"), "section"), lines);
    }

    /** Of that worker; asks once for each start of it. Null: of none. */
    void show(@Nullable WorkerInfo worker) {
        String question = worker == null ? null : worker.id() + " " + worker.epoch();
        if (Objects.equals(question, asked)) {
            return;
        }
        asked = question;
        if (asking != null) {
            asking.cancel();
            asking = null;
        }
        lines.getChildren().clear();
        if (worker != null) {
            lines.getChildren().setAll(Ui.label(WORDS.get("placed.asking"), "secondary"));
            asking = background.start(() -> queen.placement(worker.id()), this::say, this::failed);
        }
    }

    private void failed(Problem problem) {
        String words = problem.code() == ProblemCode.ROUTE_NOT_FOUND ? WORDS.get("placed.old") : problem.message();
        lines.getChildren().setAll(Ui.paragraph(words, "secondary"));
    }

    private void say(WorkerPlacement placement) {
        List<String> main = words(placement, now.get());
        lines.getChildren().setAll(main.stream().map(text -> Ui.paragraph(text)).toList());
        if (!placement.others().isEmpty()) {
            lines.getChildren().add(Ui.label(WORDS.get("placed.others"), "secondary"));
        }
        placement.others().forEach(other -> lines.getChildren().add(Ui.paragraph(words(other), "secondary")));
    }

    /** What led there, in sentences. Pure. */
    static List<String> words(WorkerPlacement placement, Instant now) {
        List<String> words = new ArrayList<>();
        Instant at = placement.at();
        if (at != null) {
            words.add(WORDS.get(
                    placement.by().equals("requests") ? "placed.requests" : "placed.hand", Units.ago(at, now)));
        }
        words.add(placement.reason());
        if (placement.needsBytes() != null && placement.freeBytes() != null) {
            words.add(WORDS.get(
                    "placed.memory", Units.bytes(placement.needsBytes()), Units.bytes(placement.freeBytes())));
        }
        return words;
    }

    private static String words(WorkerPlacement.Passed other) {
        String said = other.hive() + " " + other.why();
        return other.freeBytes() == null ? said : WORDS.get("placed.other", said, Units.bytes(other.freeBytes()));
    }
}
