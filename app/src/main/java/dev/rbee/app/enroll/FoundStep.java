package dev.rbee.app.enroll;

import dev.rbee.app.table.Facts;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.nodes.ProbeFinding;
import dev.rbee.contract.nodes.ProbeReport;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The report: what speaks against it, what will be done, what the machine is. */
final class FoundStep extends Step {
    private static final Words WORDS = Words.of(FoundStep.class);

    private final Enrolment enrolment;
    private final Consumer<Outcome> other;
    private final Waiting waiting;

    /** {@code other} is told when looking again ended otherwise than with a report; an earlier step is shown then. */
    FoundStep(Course course, Enrolment enrolment, ObservableValue<Instant> now, Consumer<Outcome> other) {
        super(course, WORDS.get("what.we.found"), WORDS.get("nothing.has.been.changed.there"));
        this.enrolment = enrolment;
        this.other = other;
        waiting = new Waiting(now, this::stop);
        foot(waiting);
        onward.set(WORDS.get("install.and.start"));
    }

    @Override
    void entered() {
        waiting.end();
        ProbeReport report = enrolment.found().report();
        open.set(report.suitable());
        VBox findings = new VBox(8);
        ReportWords.sorted(report).forEach(finding -> findings.getChildren().add(finding(finding)));
        Ui.shown(findings, !report.findings().isEmpty());
        fill(verdict(report), findings, plan(report.plan()), facts(report));
    }

    private Node verdict(ProbeReport report) {
        boolean warned = report.findings().stream().anyMatch(found -> found.level() == ProbeFinding.Level.WARNING);
        Badge badge = !report.suitable()
                ? new Badge(Tone.ERROR, Feather.ALERT_CIRCLE, WORDS.get("cannot.be.added.as.it"))
                : warned
                        ? new Badge(Tone.WARN, Feather.ALERT_TRIANGLE, WORDS.get("can.be.added.with.a"))
                        : new Badge(Tone.READY, Feather.CHECK, WORDS.get("can.be.added"));
        var again = Ui.button(WORDS.get("look.again"), Feather.REFRESH_CW, this::again);
        again.setId("enroll-again");
        again.getStyleClass().add("quiet");
        HBox line = new HBox(8, new Pill(badge), Ui.label(report.user() + "@" + report.hostname()), Ui.spacer(), again);
        line.getStyleClass().add("chat-bar");
        return line;
    }

    private static Node finding(ProbeFinding finding) {
        Badge badge = switch (finding.level()) {
            case INFO -> new Badge(Tone.OFFLINE, Feather.INFO, WORDS.get("note"));
            case WARNING -> new Badge(Tone.WARN, Feather.ALERT_TRIANGLE, WORDS.get("remark"));
            case BLOCKER -> new Badge(Tone.ERROR, Feather.ALERT_CIRCLE, WORDS.get("mend.first"));
        };
        VBox words = new VBox(2, Ui.paragraph(finding.message()));
        String hint = finding.hint();
        if (hint != null) {
            words.getChildren().add(Ui.paragraph(hint, "secondary"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox mark = new HBox(new Pill(badge));
        mark.setMinWidth(96);
        return new HBox(8, mark, words);
    }

    private static Node plan(List<String> plan) {
        VBox box = new VBox(6, Ui.label(WORDS.get("what.will.be.done"), "section"));
        for (int i = 0; i < plan.size(); i++) {
            var number = Ui.label(i + 1 + ".", "muted", "figure");
            number.setMinWidth(20);
            HBox line = new HBox(4, number, Ui.paragraph(plan.get(i)));
            box.getChildren().add(line);
        }
        Ui.shown(box, !plan.isEmpty());
        return box;
    }

    private static Node facts(ProbeReport report) {
        Facts facts = new Facts()
                .add(WORDS.get("system"), ReportWords.system(report))
                .add(WORDS.get("processor"), ReportWords.processor(report))
                .add(WORDS.get("memory"), ReportWords.free(report.ram()))
                .add(WORDS.get("disk"), ReportWords.free(report.disk()))
                .add(WORDS.get("graphics"), ReportWords.gpus(report))
                .add(WORDS.get("kept.running.by"), ReportWords.service(report))
                .add(WORDS.get("rbee.comes.as"), ReportWords.bundle(report))
                .add(WORDS.get("rbee.there.now"), ReportWords.installed(report))
                .addCode(WORDS.get("folder"), report.installPath());
        return new VBox(8, Ui.label(WORDS.get("the.machine"), "section"), facts);
    }

    private void again() {
        open.set(false);
        waiting.start(WORDS.get("looking.again"));
        enrolment.probe(enrolment.draft(), outcome -> {
            waiting.end();
            if (outcome instanceof Outcome.Found) {
                entered();
            } else {
                other.accept(outcome);
            }
        });
    }

    private void stop() {
        enrolment.giveUp();
        waiting.end();
    }

    @Override
    void forward() {
        enrolment.giveUp();
        course.to(Course.Stop.INSTALL);
    }

    @Override
    void backward() {
        enrolment.giveUp();
        course.back();
    }

    @Override
    void cancel() {
        enrolment.giveUp();
        course.close();
    }
}
