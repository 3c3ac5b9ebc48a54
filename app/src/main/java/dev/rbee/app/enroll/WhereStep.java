package dev.rbee.app.enroll;

import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.nodes.AddNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where the machine is and how to log in. */
final class WhereStep extends Step {
    private static final Words WORDS = Words.of(WhereStep.class);

    private final Enrolment enrolment;
    private final Supplier<Collection<String>> taken;
    private final HostField host = new HostField();
    private final TextField user = MoreFields.field("enroll-user", WORDS.get("as.your.ssh.configuration.says"));
    private final TextField port = MoreFields.field("enroll-port", "22");
    private final TextField name = MoreFields.field("enroll-name", "");
    private final LoginFields login = new LoginFields();
    private final MoreFields more = new MoreFields();
    private final Label wrong = Ui.label("", "wrong");
    private final VBox trouble = new VBox();
    private final Waiting waiting;
    private final GridPane form = MoreFields.grid();
    private boolean named;

    WhereStep(
            Course course, Enrolment enrolment, ObservableValue<Instant> now, Supplier<Collection<String>> takenNames) {
        super(course, WORDS.get("which.machine"), WORDS.get("rbee.reaches.it.over.ssh"));
        this.enrolment = enrolment;
        this.taken = takenNames;
        waiting = new Waiting(now, this::stop);
        waiting.setId("enroll-waiting");
        port.setPrefColumnCount(5);
        port.setMaxWidth(80);
        HBox.setHgrow(user, Priority.ALWAYS);
        HBox userLine = new HBox(8, user, MoreFields.named(WORDS.get("port"), port), port);
        userLine.getStyleClass().add("chat-bar");
        form.addRow(0, MoreFields.named(WORDS.get("machine"), host), host);
        form.addRow(1, MoreFields.named(WORDS.get("user"), user), userLine);
        form.addRow(2, MoreFields.named(WORDS.get("name.in.rbee"), name), name);
        form.addRow(3, MoreFields.named(WORDS.get("log.in.with"), login), login);
        GridPane.setValignment(form.getChildren().get(6), javafx.geometry.VPos.TOP);
        form.getChildren().get(6).getStyleClass().add("top-name");
        fill(form, more);
        foot(wrong, trouble, waiting);
        returns.set(false);
        host.editor().textProperty().addListener((p, old, now1) -> {
            if (!named) {
                name.setText(Drafts.name(now1));
            }
            check();
        });
        name.textProperty().addListener((p, old, now1) -> {
            named = named || name.isFocused();
            check();
        });
        port.textProperty().addListener((p, old, now1) -> check());
        check();
    }

    /** Machines to choose from. */
    void offer(List<KnownHost> hosts) {
        host.offer(hosts);
    }

    @Override
    void entered() {
        check();
        if (host.text().isEmpty()) {
            host.editor().requestFocus();
        }
    }

    private void check() {
        String why = host.text().isEmpty() ? null : Drafts.wrongPort(port.getText());
        if (why == null && !host.text().isEmpty()) {
            why = Drafts.wrongName(name.getText().strip(), taken.get());
        }
        wrong.setText(why == null ? "" : why);
        Ui.shown(wrong, why != null);
        open.set(why == null && !host.text().isEmpty() && !waiting.isVisible());
    }

    private AddNode draft() {
        String where = host.text();
        int at = where.lastIndexOf('@');
        String typedUser = at > 0 ? where.substring(0, at) : Drafts.given(user.getText());
        return new AddNode(
                name.getText().strip(),
                at > 0 ? where.substring(at + 1) : where,
                port.getText().isBlank() ? null : Integer.valueOf(port.getText().strip()),
                typedUser,
                login.keyPath(),
                more.git(),
                more.branch(),
                more.folder(),
                null,
                login.password(),
                login.passphrase(),
                login.remembered(),
                more.jump(),
                null,
                null);
    }

    @Override
    void forward() {
        trouble.getChildren().clear();
        AddNode wanted = draft();
        form.setDisable(true);
        more.setDisable(true);
        waiting.start(WORDS.get("connecting.to", wanted.sshHost()));
        check();
        enrolment.probe(wanted, this::ended);
    }

    private void ended(Outcome outcome) {
        rest();
        switch (outcome) {
            case Outcome.Found found -> course.to(Course.Stop.FOUND);
            case Outcome.UnknownKey unknown -> course.to(Course.Stop.TRUST);
            case Outcome.ChangedKey changed -> course.to(Course.Stop.TRUST);
            case Outcome.Failed failed -> show(failed.problem());
        }
    }

    private void rest() {
        waiting.end();
        form.setDisable(false);
        more.setDisable(false);
        check();
    }

    private void stop() {
        enrolment.giveUp();
        rest();
    }

    /** Why the machine could not be looked at, also when that came out in a later step. */
    void show(@Nullable Problem problem) {
        trouble.getChildren().clear();
        if (problem != null) {
            trouble.getChildren().add(new ProblemView(LoginNeeds.plain(problem), null));
            if (problem.code() == ProblemCode.SSH_LOGIN_NEEDED) {
                login.ask(LoginNeeds.of(problem));
            }
        }
    }

    @Override
    void cancel() {
        enrolment.giveUp();
        course.close();
    }
}
