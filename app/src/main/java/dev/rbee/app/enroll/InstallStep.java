package dev.rbee.app.enroll;

import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.jobs.JobEvent;
import dev.rbee.contract.problem.Problem;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** At work: what is done with ticks, how far, the log on demand. It is over when the hive's own heartbeat has come. */
final class InstallStep extends Step {
    private static final Words WORDS = Words.of(InstallStep.class);

    private enum State {
        RESTING,
        WORKING,
        HEARING,
        FAILED,
        UNDOING
    }

    private final Enrolment enrolment;
    private final FleetModel fleet;
    private final PhaseList phases = new PhaseList();
    private final ProgressBar bar = new ProgressBar();
    private final Label words = Ui.label("", "secondary");
    private final StepLog log;
    private final VBox trouble = new VBox();
    private final ChangeListener<FleetView> heard = (p, old, now) -> listen(now);
    private State state = State.RESTING;

    InstallStep(Course course, Enrolment enrolment, FleetModel fleet) {
        super(course, WORDS.get("install"), WORDS.get("rbee.goes.there.is.started"));
        this.enrolment = enrolment;
        this.fleet = fleet;
        log = new StepLog(fleet.now());
        bar.setMaxWidth(Double.MAX_VALUE);
        words.setId("enroll-doing");
        words.setMinWidth(0);
        fill(phases, new VBox(6, words, bar), trouble, log);
        open.set(false);
        leads.set(false);
    }

    @Override
    void entered() {
        if (state == State.RESTING) {
            log.clear();
            begin();
        }
    }

    private void begin() {
        phases.start();
        trouble.getChildren().clear();
        show(State.WORKING);
        say(WORDS.get("connecting.to", enrolment.draft().sshHost()));
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        enrolment.install(this::event, this::installed, this::failed);
    }

    private void event(JobEvent event) {
        String message = event.message();
        if (message != null) {
            say(message);
            if (event.type().equals("progress")) {
                Phase.of(message).ifPresent(phases::reach);
            }
        }
        Double progress = event.progress();
        if (progress != null) {
            bar.setProgress(progress);
        }
    }

    private void say(String message) {
        words.setText(message);
        log.add(message);
    }

    private void installed() {
        show(State.HEARING);
        phases.reach(Phase.HEARTBEAT);
        fleet.view().removeListener(heard);
        fleet.view().addListener(heard);
        listen(fleet.view().get());
    }

    private void listen(FleetView view) {
        HiveInfo hive = view.hives().get(enrolment.name());
        if ((state == State.HEARING || state == State.FAILED) && hive != null && hive.online()) {
            rest();
            phases.done();
            bar.setProgress(1);
            say(WORDS.get("its.heartbeat.has.arrived"));
            enrolment.keep();
            course.to(Course.Stop.READY);
        }
    }

    private void failed(Problem problem) {
        show(State.FAILED);
        phases.failed();
        log.add(problem.message());
        Button again = Ui.button(WORDS.get("try.again"), null, this::begin);
        again.setId("enroll-retry");
        HBox more = new HBox(8);
        fleet.view().removeListener(heard);
        if (enrolment.saved()) {
            fleet.view().addListener(heard); // the queen goes on trying by herself where that may help
            Button keep = Ui.button(WORDS.get("keep.it.for.later"), null, this::keep);
            keep.setTooltip(Ui.tip(WORDS.get("it.stays.in.the.list"), null));
            more.getChildren().add(keep);
        }
        trouble.getChildren().setAll(new ProblemView(problem, again), more);
        trouble.setSpacing(8);
        bar.setProgress(0);
        words.setText(WORDS.get("stopped.at", phases.now().words().toLowerCase(java.util.Locale.ROOT)));
    }

    private void keep() {
        enrolment.keep();
        rest();
        course.close();
    }

    private void undo(boolean force, Runnable then) {
        boolean nothing = state == State.FAILED && !enrolment.saved();
        rest();
        if (nothing) {
            then.run();
            return;
        }
        trouble.getChildren().clear();
        show(State.UNDOING);
        say(WORDS.get("taking.away.what.was.put"));
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        enrolment.undo(
                force,
                () -> {
                    rest();
                    then.run();
                },
                problem -> {
                    show(State.FAILED);
                    bar.setProgress(0);
                    log.add(problem.message());
                    Button again = Ui.button(WORDS.get("try.again"), null, () -> undo(false, then));
                    Button forget = Ui.button(WORDS.get("forget.it.all.the.same"), null, () -> undo(true, then));
                    forget.setId("enroll-forget");
                    forget.setTooltip(Ui.tip(WORDS.get("what.was.put.on.the"), null));
                    trouble.getChildren().setAll(new ProblemView(problem, again), forget);
                });
    }

    private void show(State now) {
        state = now;
        boolean undoing = now == State.UNDOING;
        returns.set(!undoing);
        cancels.set(!undoing);
        Ui.shown(bar, now != State.FAILED);
    }

    private void rest() {
        fleet.view().removeListener(heard);
        show(State.RESTING);
    }

    @Override
    void forward() {}

    @Override
    void backward() {
        undo(false, course::back);
    }

    @Override
    void cancel() {
        if (state != State.UNDOING) {
            undo(false, course::close);
        }
    }
}
