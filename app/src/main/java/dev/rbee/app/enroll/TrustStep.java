package dev.rbee.app.enroll;

import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.table.Facts;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows the machine's key at first contact and asks; stops where it is another one than before. */
final class TrustStep extends Step {
    private static final Words WORDS = Words.of(TrustStep.class);

    private final Enrolment enrolment;
    private final Consumer<Problem> refused;
    private final Waiting waiting;
    private @Nullable HostKey key;

    /** {@code refused} is told why the login failed after the key was trusted; the step before is shown then. */
    TrustStep(Course course, Enrolment enrolment, ObservableValue<Instant> now, Consumer<Problem> refused) {
        super(course, WORDS.get("is.it.really.that.machine"), WORDS.get("every.machine.shows.a.key"));
        this.enrolment = enrolment;
        this.refused = refused;
        waiting = new Waiting(now, this::stop);
        foot(waiting);
        onward.set(WORDS.get("trust.and.continue"));
    }

    @Override
    void entered() {
        waiting.end();
        switch (enrolment.last()) {
            case Outcome.UnknownKey unknown -> ask(unknown.key());
            case Outcome.ChangedKey changed -> stopAt(changed.problem());
            case null, default -> {
                open.set(key != null);
            }
        }
    }

    private void ask(HostKey shown) {
        key = shown;
        open.set(true);
        leads.set(true);
        Label print = Ui.paragraph(shown.fingerprint(), "mono", "fingerprint");
        print.setId("enroll-fingerprint");
        String command = "ssh-keygen -lf " + shown.serverFile();
        Label run = Ui.label(command, "copyable");
        HBox line = new HBox(4, run, Ui.copyButton(WORDS.get("copy.the.command"), () -> command));
        line.getStyleClass().add("chat-bar");
        VBox card = new VBox(
                8,
                new Facts()
                        .addCode(WORDS.get("machine"), shown.host())
                        .addCode(WORDS.get("kind.of.key"), shown.keyType()),
                Ui.label(WORDS.get("fingerprint"), "secondary"),
                print);
        card.getStyleClass().add("card");
        fill(
                card,
                Ui.paragraph(WORDS.get("you.have.not.been.there")),
                line,
                Ui.paragraph(WORDS.get("once.you.trust.it.rbee"), "secondary"));
    }

    private void stopAt(Problem problem) {
        key = null;
        open.set(false);
        leads.set(false);
        Node why = new ProblemView(LoginNeeds.plain(problem), null);
        ChangedKey keys = ChangedKey.of(problem);
        Facts facts = new Facts().addCode(WORDS.get("shown.now"), keys.shown());
        keys.known().forEach(known -> facts.addCode(WORDS.get("known"), known));
        facts.addCode(WORDS.get("known.from"), keys.file());
        VBox card = new VBox(8, facts);
        card.getStyleClass().add("card");
        Ui.shown(card, !keys.known().isEmpty());
        fill(why, card, Ui.paragraph(WORDS.get("nothing.was.sent.there.either")));
    }

    @Override
    void forward() {
        HostKey seen = key;
        if (seen == null) {
            return;
        }
        enrolment.trust(seen);
        open.set(false);
        waiting.start(WORDS.get("logging.in.to", seen.host()));
        enrolment.probe(enrolment.draft(), this::ended);
    }

    private void ended(Outcome outcome) {
        waiting.end();
        open.set(true);
        switch (outcome) {
            case Outcome.Found found -> course.to(Course.Stop.FOUND);
            case Outcome.UnknownKey other -> ask(other.key());
            case Outcome.ChangedKey changed -> stopAt(changed.problem());
            case Outcome.Failed failed -> {
                course.back();
                refused.accept(failed.problem());
            }
        }
    }

    private void stop() {
        enrolment.giveUp();
        waiting.end();
        open.set(true);
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
