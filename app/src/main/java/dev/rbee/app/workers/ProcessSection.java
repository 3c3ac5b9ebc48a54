package dev.rbee.app.workers;

import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.Task;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.app.table.Facts;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The process of a worker, as its hive runs it: asked for when it is folded open. JavaFX thread only. */
final class ProcessSection extends TitledPane {
    private static final Words WORDS = Words.of(ProcessSection.class);

    private final QueenApi queen;
    private final Background background;
    private final Supplier<Instant> now;
    private final VBox lines = new VBox(12);
    private @Nullable WorkerInfo worker;
    private @Nullable String shown;
    private @Nullable Task asking;

    ProcessSection(QueenApi queen, Background background, Supplier<Instant> now) {
        this.queen = queen;
        this.background = background;
        this.now = now;
        setId("worker-process");
        setText(WORDS.get("process.head"));
        getStyleClass().add("fold");
        setAnimated(false);
        setExpanded(false);
        setContent(lines);
        expandedProperty().addListener((p, old, open) -> ask());
    }

    /** Of that worker; null: of none. */
    void show(@Nullable WorkerInfo of) {
        worker = of;
        ask();
    }

    private void ask() {
        WorkerInfo of = isExpanded() ? worker : null;
        String question = of == null ? null : of.id() + " " + of.epoch() + " " + of.pid();
        if (Objects.equals(question, shown)) {
            return;
        }
        shown = question;
        if (asking != null) {
            asking.cancel();
            asking = null;
        }
        lines.getChildren().clear();
        if (of != null) {
            lines.getChildren().setAll(Ui.label(WORDS.get("process.asking"), "secondary"));
            asking = background.start(() -> queen.process(of.id()), this::say, this::failed);
        }
    }

    private void failed(Problem problem) {
        lines.getChildren().setAll(Ui.paragraph(problem.message(), "secondary"));
    }

    private void say(WorkerProcess process) {
        Facts facts = new Facts()
                .add(WORDS.get("process.pid"), Long.toString(process.pid()))
                .add(WORDS.get("process.state"), process.state().wire())
                .add(WORDS.get("process.started"), Units.ago(process.startedAt(), now.get()))
                .add(WORDS.get("process.restarts"), Integer.toString(process.restarts()));
        if (process.exitCode() != null) {
            facts.add(WORDS.get("process.exit"), Integer.toString(process.exitCode()));
        }
        Long retry = process.retryInMs();
        if (retry != null) {
            facts.add(
                    WORDS.get("process.retry"),
                    Units.span(Duration.ofMillis(retry).toSeconds()));
        }
        if (process.message() != null) {
            facts.add(WORDS.get("process.message"), process.message());
        }
        lines.getChildren().setAll(facts);
        if (process.command() != null) {
            block(WORDS.get("process.command"), String.join(" ", process.command()));
        }
        Map<String, String> environment = process.environment();
        if (environment != null && !environment.isEmpty()) {
            block(
                    WORDS.get("process.environment"),
                    new TreeMap<>(environment)
                            .entrySet().stream()
                                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                                    .collect(Collectors.joining("\n")));
        }
    }

    private void block(String name, String text) {
        HBox head = new HBox(
                8,
                Ui.label(name, "secondary"),
                Ui.spacer(),
                Ui.copyButton(WORDS.get("process.copy", name), () -> text));
        head.getStyleClass().add("chat-bar");
        lines.getChildren().add(new VBox(2, head, Ui.paragraph(text, "mono", "code-lines")));
    }
}
