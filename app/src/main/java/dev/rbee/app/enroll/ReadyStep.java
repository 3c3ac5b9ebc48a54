package dev.rbee.app.enroll;

import dev.rbee.app.fx.Background;
import dev.rbee.app.hives.HiveWords;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.remote.ModelsApi;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.app.table.Facts;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.app.workers.JobProgress;
import dev.rbee.app.workers.StartForm;
import dev.rbee.app.workers.WorkerWords;
import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The machine is a part of the fleet: what it has, what it can run now, and a model to start there. */
final class ReadyStep extends Step {
    private static final Words WORDS = Words.of(ReadyStep.class);

    private final Enrolment enrolment;
    private final FleetModel fleet;
    private final ModelsApi catalog;
    private final Background background;
    private final Consumer<WorkerInfo> chatWith;
    private final VBox what = new VBox();
    private final StartForm form;
    private final Button start;
    private final Button chat;
    private final VBox starting = new VBox(12);
    private final VBox trouble = new VBox();
    private final JobProgress progress;
    private final ChangeListener<FleetView> changed = (p, old, now) -> show(now);
    private int models = -1;

    ReadyStep(
            Course course,
            Enrolment enrolment,
            FleetModel fleet,
            QueenApi queen,
            ModelsApi catalog,
            Background background,
            Consumer<WorkerInfo> chatWith) {
        super(course, WORDS.get("ready"), WORDS.get("the.machine.s.own.heartbeat"));
        this.enrolment = enrolment;
        this.fleet = fleet;
        this.catalog = catalog;
        this.form = StartForm.on(enrolment::name);
        this.background = background;
        this.chatWith = chatWith;
        progress = new JobProgress(queen, background);
        start = Ui.button(WORDS.get("start.it"), Feather.PLAY, this::start);
        start.setId("enroll-start");
        chat = Ui.button(WORDS.get("chat.with.it"), Feather.MESSAGE_CIRCLE, this::chat);
        chat.setId("enroll-chat");
        Ui.shown(chat, false);
        onward.set(WORDS.get("done"));
        returns.set(false);
        cancels.set(false);
    }

    @Override
    void entered() {
        models = -1;
        fleet.view().addListener(changed);
        show(fleet.view().get());
        fill(what, Ui.label(WORDS.get("start.a.model.there"), "section"), starting, trouble, progress);
    }

    private void show(FleetView view) {
        HiveInfo hive = view.hives().get(enrolment.name());
        if (hive == null) {
            return;
        }
        Pill pill = new Pill(HiveWords.badge(hive.status()));
        HBox line = new HBox(8, pill, Ui.label(hive.id(), "section"));
        line.getStyleClass().add("chat-bar");
        Facts facts = new Facts();
        Capabilities has = hive.capabilities();
        if (has != null) {
            facts.add(WORDS.get("devices"), HiveWords.devices(hive))
                    .add(WORDS.get("memory"), ReportWords.free(has.ram()))
                    .add(
                            WORDS.get("models"),
                            WORDS.get("on.its.disk", Units.count(has.models().size(), "model", "models")));
            if (has.models().size() != models) {
                models = has.models().size();
                background.run(catalog::catalog, this::offer, this::failed);
            }
        }
        what.setSpacing(12);
        what.getChildren().setAll(line, facts);
        String message = hive.message();
        if (message != null) {
            what.getChildren().add(1, Ui.paragraph(message, "secondary"));
        }
        Ui.shown(chat, worker().isPresent());
    }

    private void offer(List<ModelEntry> all) {
        List<ModelEntry> here = all.stream()
                .filter(model -> enrolment.name().equals(model.hive()))
                .toList();
        trouble.getChildren().clear();
        if (here.isEmpty()) {
            starting.getChildren().setAll(Ui.paragraph(WORDS.get("no.model.is.on.its"), "secondary"));
            return;
        }
        form.offer(here, null);
        HBox buttons = new HBox(8, start, chat);
        starting.getChildren().setAll(form, buttons);
    }

    private void start() {
        SpawnWorker order = form.order();
        if (order == null || progress.busy()) {
            return;
        }
        busy(true);
        progress.start(
                order,
                () -> {
                    busy(false);
                    trouble.getChildren()
                            .setAll(new Pill(
                                    new Badge(Tone.READY, Feather.CHECK, WORDS.get("is.ready.there", order.model()))));
                },
                () -> busy(false));
    }

    private void busy(boolean busy) {
        form.setDisable(busy);
        start.setDisable(busy);
        trouble.getChildren().clear();
    }

    private Optional<WorkerInfo> worker() {
        return fleet.view().get().workers().values().stream()
                .filter(worker -> worker.nodeName().equals(enrolment.name()) && WorkerWords.chats(worker))
                .max(Comparator.comparing(WorkerInfo::since));
    }

    private void chat() {
        worker().ifPresent(worker -> {
            forward();
            chatWith.accept(worker);
        });
    }

    private void failed(Problem problem) {
        trouble.getChildren()
                .setAll(new ProblemView(problem, Ui.button(WORDS.get("read.the.models.again"), null, () -> {
                    models = -1;
                    show(fleet.view().get());
                })));
    }

    @Override
    void forward() {
        fleet.view().removeListener(changed);
        course.close();
    }

    @Override
    void cancel() {
        forward();
    }
}
