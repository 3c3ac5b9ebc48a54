package dev.rbee.app.chat;

import dev.rbee.app.chats.ChatTree;
import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.chats.store.Role;
import dev.rbee.app.chats.store.Source;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** What a person does with the open chat. JavaFX thread only. */
final class Deeds implements TurnActions {
    private static final Words WORDS = Words.of(Deeds.class);
    private static final int OTHERS = 12;

    private final ChatParts parts;
    private final Runs runs;
    private final Pairs pairs;
    private final Supplier<FleetView> fleet;
    private final Stage stage;

    /** What the page does when something changes. */
    interface Stage {
        void toEnd();

        void remake(Message message);

        void focus();
    }

    Deeds(ChatParts parts, Runs runs, Pairs pairs, Supplier<FleetView> fleet, Stage stage) {
        this.parts = parts;
        this.runs = runs;
        this.pairs = pairs;
        this.fleet = fleet;
        this.stage = stage;
    }

    private ChatTree tree() {
        return parts.chats().open().get();
    }

    /** How the open chat is set up. */
    Setup setup() {
        ChatTree tree = tree();
        String kept = tree.setup().get();
        return kept == null && !tree.begun() ? parts.habits().fresh() : Setup.read(kept);
    }

    /** Says that and has it answered: by one, or by two side by side. */
    void say(String text, List<Attachment> files) {
        pairs.settle(tree().path());
        if (!tree().begun()) {
            tree().setup(setup().write()); // what new chats begin with may change later
        }
        answer(tree().say(text, files));
    }

    private void answer(Message said) {
        ChatTree tree = tree();
        Setup setup = setup();
        Choice second = setup.second();
        Message first = tree.answer(said);
        if (second != null) {
            Message other = tree.answer(said);
            pairs.put(said, first, other);
            runs.start(tree, other, meant(second), setup);
            stage.remake(other);
        }
        runs.start(tree, first, meant(setup.choice()), setup);
        stage.toEnd();
    }

    /** Whom to ask in truth where anybody may answer but nobody runs. */
    private Choice meant(Choice choice) {
        String last = tree().path().reversed().stream()
                .map(Message::source)
                .filter(Objects::nonNull)
                .map(Source::model)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return Destination.meant(choice, fleet.get(), last);
    }

    @Override
    public void again(Message answer, Choice by) {
        ChatTree tree = tree();
        Message said = tree.parent(answer);
        if (said != null) {
            runs.stop(tree);
            pairs.settle(said);
            runs.start(tree, tree.answer(said), meant(by), setup());
            stage.toEnd();
        }
    }

    @Override
    public List<Choice> others() {
        Choice now = choice();
        return Target.all(fleet.get()).stream()
                .map(Target::choice)
                .filter(each -> each instanceof Choice.Model && !each.equals(now))
                .distinct()
                .limit(OTHERS)
                .toList();
    }

    @Override
    public Choice choice() {
        return setup().choice();
    }

    @Override
    public void goOn(Message answer) {
        if (!busy()) {
            runs.goOn(tree(), answer, meant(choice()), setup());
        }
    }

    @Override
    public void edit(Message said, String text) {
        if (!busy()) {
            answer(tree().edit(said, text, said.files()));
        }
    }

    /** Begins to change the last thing that was said; null where nothing was. */
    @Nullable
    Message lastSaid() {
        List<Message> path = tree().path();
        for (int i = path.size() - 1; i >= 0; i--) {
            if (path.get(i).role() == Role.USER) {
                return path.get(i);
            }
        }
        return null;
    }

    @Override
    public void fork(Message last) {
        parts.chats().fork(tree(), last);
        parts.toasts().say(WORDS.get("fork.done"));
    }

    @Override
    public void delete(Message message) {
        ChatTree tree = tree();
        runs.stop(tree);
        Runnable undo = tree.delete(message);
        parts.toasts().undo(WORDS.get("message.deleted"), undo);
    }

    @Override
    public List<Message> siblings(Message message) {
        return tree().siblings(message);
    }

    @Override
    public void show(Message sibling) {
        tree().show(sibling);
    }

    @Override
    public void fresh() {
        parts.chats().fresh();
    }

    @Override
    public boolean trims(Message answer) {
        Message said = tree().parent(answer);
        Integer most = runs.context(choice());
        return said != null
                && tree().parent(said) != null
                && (most == null || Tokens.of(said) + Tokens.of(setup().prompt()) <= most);
    }

    @Override
    public void trim(Message answer) {
        tree().setup(setup().trimmed(true).write());
        again(answer, choice());
    }

    @Override
    public Habits habits() {
        return parts.habits();
    }

    @Override
    public boolean busy() {
        return runs.in(tree());
    }

    @Override
    public Node problem(Problem problem) {
        return parts.presenter().inline(problem, null);
    }

    @Override
    public void open(String address) {
        boolean web = address.startsWith("https://") || address.startsWith("http://");
        var words = Ui.paragraph(WORDS.get(web ? "link.ask" : "link.no"));
        var where = Ui.paragraph(address, "copyable");
        words.setMaxWidth(480);
        where.setMaxWidth(480);
        var content = new javafx.scene.layout.VBox(12, words, where);
        parts.dialogs()
                .ask(
                        WORDS.get("link.title"),
                        content,
                        WORDS.get(web ? "link.open" : "link.copy"),
                        () -> follow(address, web));
    }

    private void follow(String address, boolean web) {
        if (web) {
            parts.opener().accept(address);
        } else {
            Ui.copy(address);
        }
    }

    @Override
    public void keep(Message answer) {
        ChatTree tree = tree();
        Message said = tree.parent(answer);
        if (said == null) {
            return;
        }
        for (Message each : new ArrayList<>(pairs.of(tree, answer))) {
            if (each != answer) {
                runs.stop(each);
            }
        }
        pairs.settle(said);
        tree.show(answer);
        stage.remake(answer);
    }

    /** Stops what is being written in the open chat; false where nothing was. */
    boolean stop() {
        boolean was = busy();
        ChatTree tree = tree();
        runs.stop(tree);
        if (was && !habits().keepsStopped()) {
            Message last = tree.path().getLast();
            if (last.state().get() == State.STOPPED) {
                parts.toasts().undo(WORDS.get("message.stopped"), tree.delete(last));
            }
        }
        stage.focus();
        return was;
    }
}
