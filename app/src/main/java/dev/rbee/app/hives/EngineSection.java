package dev.rbee.app.hives;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.fx.Background;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.remote.EnginesApi;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.app.workers.JobProgress;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What runs models on a hive: engines with their versions, which one workers get, installing and removing. JavaFX thread only. */
final class EngineSection extends VBox {
    private static final Words WORDS = Words.of(EngineSection.class);

    private final EnginesApi engines;
    private final QueenApi queen;
    private final Background background;
    private final Dialogs dialogs;
    private final VBox list = new VBox(12);
    private final VBox trouble = new VBox();
    private final VBox doing = new VBox();
    private final Button install;
    private final Map<String, JobProgress> running = new HashMap<>();
    private @Nullable String hive;
    private List<EngineInfo> shown = List.of();

    EngineSection(EnginesApi engines, QueenApi queen, Background background, Dialogs dialogs) {
        super(8);
        this.engines = engines;
        this.queen = queen;
        this.background = background;
        this.dialogs = dialogs;
        setId("hive-engines");
        install = Ui.button(WORDS.get("engine.install.engine"), Feather.PLUS, this::ask);
        install.setId("engine-install");
        install.setTooltip(Ui.tip(WORDS.get("engine.put.a.build.of"), null));
        getChildren().addAll(Ui.label(WORDS.get("engine.engines"), "section"), list, trouble, doing, new HBox(install));
    }

    /** Shows those of that hive, as it said them last. */
    void show(HiveInfo now, boolean connected) {
        boolean other = !now.id().equals(hive);
        hive = now.id();
        install.setDisable(!connected || !now.online());
        if (other) {
            trouble.getChildren().clear();
            doing.getChildren().setAll(progress(now.id()));
        }
        List<EngineInfo> said =
                now.capabilities() == null ? List.of() : now.capabilities().engines();
        if (other || !said.equals(shown)) {
            fill(said);
        }
    }

    private JobProgress progress(String id) {
        return running.computeIfAbsent(id, name -> new JobProgress(queen, background));
    }

    private void fill(List<EngineInfo> all) {
        shown = all;
        list.getChildren().setAll(all.stream().map(this::card).toList());
        if (all.isEmpty()) {
            list.getChildren().add(Ui.label(WORDS.get("engine.none"), "secondary"));
        }
    }

    private Node card(EngineInfo engine) {
        Label name = Ui.label(engine.name() + " " + engine.version());
        name.setMinWidth(0);
        HBox head = new HBox(8, name, Ui.spacer(), new Pill(badge(engine)));
        head.getStyleClass().add("chat-bar");
        VBox card = new VBox(4, head);
        String words = words(engine);
        if (!words.isEmpty()) {
            card.getChildren().add(Ui.paragraph(words, "secondary"));
        }
        if (engine.path() != null) {
            card.getChildren().add(Ui.paragraph(engine.path(), "mono", "secondary"));
        }
        FlowPane actions = new FlowPane(8, 8);
        boolean selected = Boolean.TRUE.equals(engine.selected());
        if (engine.name().equals("llama-server") && engine.available() && !selected) {
            actions.getChildren().add(button(WORDS.get("engine.use.it"), () -> use(engine)));
        }
        if ("installed".equals(engine.origin())) {
            actions.getChildren().add(button(WORDS.get("engine.remove.engine"), () -> remove(engine)));
        }
        if (!actions.getChildren().isEmpty()) {
            card.getChildren().add(actions);
        }
        return card;
    }

    private static Button button(String words, Runnable action) {
        Button button = Ui.button(words, null, action);
        button.getStyleClass().add("small");
        return button;
    }

    private static Badge badge(EngineInfo engine) {
        if (!engine.available()) {
            return new Badge(Tone.ERROR, Feather.SLASH, WORDS.get("engine.cannot.run"));
        }
        return Boolean.TRUE.equals(engine.selected())
                ? new Badge(Tone.READY, Feather.CHECK, WORDS.get("engine.in.use"))
                : new Badge(Tone.OFFLINE, Feather.CIRCLE, WORDS.get("engine.available"));
    }

    /** Where it is from, what it can use, how fast it was; or why it cannot run. Pure. */
    static String words(EngineInfo engine) {
        if (!engine.available()) {
            return Objects.requireNonNullElse(engine.reason(), WORDS.get("engine.it.does.not.start"));
        }
        String from = switch (Objects.requireNonNullElse(engine.origin(), "bundled")) {
            case "path" -> WORDS.get("engine.found.on.the.machine");
            case "installed" -> WORDS.get("engine.installed.by.rbee");
            default -> WORDS.get("engine.comes.with.rbee.uses");
        };
        String speed = engine.tokensPerSecond() == null
                ? ""
                : WORDS.get("engine.with.the.demo.model", Units.speed(engine.tokensPerSecond()));
        List<String> devices = Objects.requireNonNullElse(engine.devices(), List.of());
        return from + speed + (devices.isEmpty() ? "" : "\n" + String.join("\n", devices));
    }

    private void ask() {
        String where = hive;
        if (where != null) {
            new InstallDialog(dialogs, where, what -> begin(where, () -> engines.install(where, what))).show();
        }
    }

    private void begin(String where, java.util.function.Supplier<String> order) {
        JobProgress progress = progress(where);
        if (!progress.busy()) {
            progress.start(WORDS.get("engine.installing.an.engine.on", where), order, () -> read(where), () -> {});
        }
    }

    private void use(EngineInfo engine) {
        act(where -> engines.use(where, engine.version()));
    }

    private void remove(EngineInfo engine) {
        dialogs.confirm(
                WORDS.get("engine.remove.llama.server", engine.version()),
                Ui.paragraph(WORDS.get("engine.its.files.on.are", hive)),
                WORDS.get("engine.remove.engine.2"),
                () -> act(where -> engines.remove(where, engine.version())),
                () -> {});
    }

    private void act(java.util.function.Consumer<String> what) {
        String where = hive;
        if (where == null) {
            return;
        }
        trouble.getChildren().clear();
        background.run(
                () -> {
                    what.accept(where);
                    return engines.engines(where);
                },
                now -> fresh(where, now),
                this::failed);
    }

    private void read(String where) {
        background.run(() -> engines.engines(where), now -> fresh(where, now), this::failed);
    }

    private void fresh(String where, List<EngineInfo> now) {
        if (where.equals(hive)) {
            fill(now);
        }
    }

    private void failed(Problem problem) {
        trouble.getChildren().setAll(new ProblemView(problem, null));
    }
}
