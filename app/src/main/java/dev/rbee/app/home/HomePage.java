package dev.rbee.app.home;

import dev.rbee.app.frame.Command;
import dev.rbee.app.frame.Keys;
import dev.rbee.app.frame.Page;
import dev.rbee.app.frame.PageFace;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.events.FleetStats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The first page: four numbers, what is wrong, how fast it goes, how full the hives are; and the first steps. JavaFX thread only. */
public final class HomePage implements Page {
    private static final Words WORDS = Words.of(HomePage.class);

    /** How it stands in the navigation. */
    public static final PageFace FACE = new PageFace("home", WORDS.get("home"), Feather.HOME);

    /** In less time than that a chart moves by less than a pixel. */
    private static final Duration MOVES = Duration.ofSeconds(2);

    private final HomeParts parts;
    private final Progress progress;
    private final Elsewhere elsewhere;
    private final FirstSteps steps;
    private final Figure hives;
    private final Figure workers;
    private final Figure speed;
    private final Figure queue;
    private final TroubleList troubles;
    private final SpeedCharts charts;
    private final HiveMemory memory;
    private final Pill health = new Pill();
    private final Button worker;
    private final Button chat;
    private final CardRow figures;
    private final VBox view = new VBox();
    private final Calm calm;
    private boolean front;
    private Instant drawnAt = Instant.EPOCH;

    /** Made of these. */
    public HomePage(HomeParts parts) {
        this.parts = parts;
        var to = parts.navigator();
        progress = new Progress(parts.state());
        elsewhere = new Elsewhere(parts.dialogs(), to, parts.key(), () -> progress.done(Progress.Step.ELSEWHERE));
        steps = new FirstSteps(progress, elsewhere, parts.queen(), parts.background(), parts.addMachine());
        hives = new Figure(
                "hives", Feather.HEXAGON, WORDS.get("hives"), WORDS.get("hives.tip"), () -> to.open("hives"));
        workers = new Figure(
                "workers", Feather.CPU, WORDS.get("workers"), WORDS.get("workers.tip"), () -> to.open("workers"));
        speed = new Figure(
                "speed", Feather.ACTIVITY, WORDS.get("speed"), WORDS.get("speed.tip"), () -> to.open("activity"));
        queue = new Figure(
                "queue", Feather.CLOCK, WORDS.get("queue"), WORDS.get("queue.tip"), () -> to.open("activity"));
        figures = new CardRow(150, hives, workers, speed, queue);
        troubles = new TroubleList(to);
        charts = new SpeedCharts(parts.stats(), parts.background());
        memory = new HiveMemory(to);
        health.setId("home-health");
        worker = Ui.button(WORDS.get("start.worker"), Feather.PLUS, parts.startWorker());
        chat = Ui.button(WORDS.get("new.chat"), Feather.MESSAGE_SQUARE, () -> to.open("chat"));
        chat.setTooltip(Ui.tip(WORDS.get("new.chat"), Keys.FRESH));
        HBox head = new HBox(8, Ui.label(WORDS.get("home"), "title"), health, Ui.spacer(), worker, chat);
        head.getStyleClass().add("page-head");
        VBox body = new VBox(20, troubles, steps, figures, charts, memory);
        body.getStyleClass().add("home-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        view.getStyleClass().addAll("page", "home");
        view.getChildren().addAll(head, scroll);
        calm = new Calm(this::draw);
        parts.fleet().view().addListener((p, old, now) -> changed(old, now));
        parts.fleet().now().addListener((p, old, now) -> second(now));
        if (parts.fleet().view().get().link() instanceof Link.Connected connected) {
            charts.follow(connected.url());
        }
    }

    private void changed(FleetView old, FleetView now) {
        elsewhere.follow(now);
        boolean other = now.link() instanceof Link.Connected && !now.link().equals(old.link());
        if (other) {
            charts.follow(((Link.Connected) now.link()).url());
        }
        if (front) {
            calm.soon();
        }
    }

    private void second(Instant now) {
        FleetView known = parts.fleet().view().get();
        FleetStats stats = known.stats();
        if (stats != null && known.connected()) {
            charts.add(now, stats);
        }
        if (front && !now.isBefore(drawnAt.plus(MOVES))) {
            calm.soon();
        }
    }

    private void draw() {
        FleetView now = parts.fleet().view().get();
        Instant time = parts.fleet().now().get();
        drawnAt = time;
        steps.show(now, () -> elsewhere.open(parts.fleet().view().get()));
        hives.show(Glance.hives(now));
        workers.show(Glance.workers(now));
        speed.show(Glance.speed(now));
        queue.show(Glance.queue(now));
        List<Trouble> wrong = Troubles.of(now, time);
        troubles.show(wrong, time);
        health(now, wrong.size());
        charts.show(time);
        memory.show(now);
        worker.setDisable(!now.connected());
        chat.getStyleClass().remove("main");
        if (progress.is(Progress.Step.MODEL) || !progress.open()) {
            chat.getStyleClass().add("main");
        }
        boolean old = !now.connected();
        for (Node part : List.of(figures, charts, memory)) {
            part.getStyleClass().remove("away");
            if (old) {
                part.getStyleClass().add("away");
            }
        }
    }

    private void health(FleetView now, int wrong) {
        boolean known = now.connected() && !now.hives().isEmpty();
        Ui.shown(health, known);
        if (known) {
            health.show(
                    wrong == 0
                            ? new Badge(Tone.READY, Feather.CHECK, WORDS.get("health.well"))
                            : new Badge(Tone.WARN, Feather.ALERT_TRIANGLE, WORDS.get("health.problems", wrong)));
        }
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                        WORDS.get("home"),
                        WORDS.get("command.elsewhere"),
                        "",
                        Feather.CODE,
                        null,
                        () -> elsewhere.open(parts.fleet().view().get())),
                new Command(WORDS.get("home"), WORDS.get("command.steps"), "", Feather.FLAG, null, () -> {
                    parts.navigator().open(key());
                    progress.again();
                    draw();
                }));
    }

    @Override
    public PageFace face() {
        return FACE;
    }

    @Override
    public Node view() {
        if (drawnAt.equals(Instant.EPOCH)) {
            draw();
        }
        return view;
    }

    @Override
    public void shown() {
        front = true;
        draw();
    }

    @Override
    public void hidden() {
        front = false;
    }
}
