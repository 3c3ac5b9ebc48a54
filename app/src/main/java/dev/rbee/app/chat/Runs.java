package dev.rbee.app.chat;

import dev.rbee.app.chats.ChatTree;
import dev.rbee.app.chats.Message;
import dev.rbee.app.live.FleetView;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The answers that are being written, in whatever chat. JavaFX thread only. */
final class Runs {
    private final AnswerRun.Tools tools;
    private final Runnable changed;
    private final Consumer<ChatTree> ended;
    private final Map<Message, AnswerRun> running = new LinkedHashMap<>();
    private final Map<Message, Live> lives = new WeakHashMap<>();

    /** {@code changed} is called when one has begun or ended, {@code ended} after that when one has ended in that chat. */
    Runs(AnswerRun.Tools tools, Runnable changed, Consumer<ChatTree> ended) {
        this.tools = tools;
        this.changed = changed;
        this.ended = ended;
    }

    /** What is known of an answer while the program runs. */
    Live live(Message answer) {
        return lives.computeIfAbsent(answer, a -> new Live());
    }

    /** Has this answer written, as the chat is set up, by that target. */
    void start(ChatTree tree, Message answer, Choice choice, Setup setup) {
        run(tree, answer, choice, setup, false);
    }

    /** Goes on behind what an answer has. */
    void goOn(ChatTree tree, Message answer, Choice choice, Setup setup) {
        tree.resume(answer);
        run(tree, answer, choice, setup, true);
    }

    private void run(ChatTree tree, Message answer, Choice choice, Setup setup, boolean goesOn) {
        List<Message> path = new ArrayList<>(tree.upTo(answer));
        path.removeLast();
        Asking.Asked asked = Asking.of(path, setup, context(choice));
        Live live = live(answer);
        live.left(asked.left());
        live.waits(Waits.FIRST_WORDS);
        AnswerRun run = new AnswerRun(
                tools, tree, answer, choice, live, new AnswerRun.Order(asked.messages(), setup.how(), goesOn), () -> {
                    running.remove(answer);
                    changed.run();
                    ended.accept(tree);
                });
        running.put(answer, run);
        run.fleet(tools.fleet().view().get());
        changed.run();
    }

    /** Tokens that the target can hold; null where that is not known. */
    @Nullable
    Integer context(Choice choice) {
        return Destination.best(choice, tools.fleet().view().get().workers().values())
                .map(WorkerInfo::context)
                .orElse(null);
    }

    /** Whether an answer is being written in that chat. */
    boolean in(ChatTree tree) {
        return running.values().stream().anyMatch(run -> run.tree() == tree);
    }

    /** Whether an answer is being written in any chat. */
    boolean any() {
        return !running.isEmpty();
    }

    /** Stops all answers of that chat. */
    void stop(ChatTree tree) {
        List.copyOf(running.values()).stream().filter(run -> run.tree() == tree).forEach(AnswerRun::stop);
    }

    /** Stops that answer. */
    void stop(Message answer) {
        AnswerRun run = running.get(answer);
        if (run != null) {
            run.stop();
        }
    }

    /** The fleet is so now. */
    void fleet(FleetView now) {
        running.values().forEach(run -> run.fleet(now));
        lives.values().forEach(live -> live.fleet(now));
    }
}
