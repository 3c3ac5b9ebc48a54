package dev.rbee.app.chat;

import dev.rbee.app.chats.ChatTree;
import dev.rbee.app.chats.Chats;
import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.Source;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.chats.store.Titled;
import dev.rbee.app.fx.Task;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.remote.ChatApi;
import dev.rbee.app.remote.ChatTarget;
import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Has a new chat titled by the worker that answered first in it, once that has nothing else to do. Whoever says something comes first: a
 * question for a title is given up then and asked again later. JavaFX thread only.
 */
final class Titler {
    private static final int TRIES = 3;
    private static final int WAITING = 20;

    private final AnswerRun.Tools tools;
    private final Chats chats;
    private final Habits habits;
    private final BooleanSupplier answering;
    private final Map<ChatTree, Integer> waiting = new LinkedHashMap<>();
    private @Nullable Task running;

    /** {@code answering} says whether an answer is being written in any chat. */
    Titler(AnswerRun.Tools tools, Chats chats, Habits habits, BooleanSupplier answering) {
        this.tools = tools;
        this.chats = chats;
        this.habits = habits;
        this.answering = answering;
    }

    /** An answer has ended in that chat. */
    void ended(ChatTree tree) {
        if (wants(tree) && waiting.size() < WAITING) {
            waiting.put(tree, TRIES);
            fleet(tools.fleet().view().get());
        }
    }

    /** An answer begins in some chat: the workers are needed for that. */
    void giveWay() {
        Task asked = running;
        running = null;
        if (asked != null) {
            asked.cancel();
        }
    }

    /** The fleet is so now: asks where somebody is idle. */
    void fleet(FleetView now) {
        if (running != null || waiting.isEmpty() || answering.getAsBoolean()) {
            return;
        }
        waiting.keySet().removeIf(tree -> !wants(tree));
        for (ChatTree tree : List.copyOf(waiting.keySet())) {
            WorkerInfo worker = idle(tree, now);
            if (worker != null) {
                ask(tree, worker, now);
                return;
            }
        }
    }

    private boolean wants(ChatTree tree) {
        List<Message> path = tree.path();
        return habits.titles() == Titling.MODEL
                && !tree.temporary()
                && tree.info().get().titled() == Titled.FIRST_WORDS
                && path.size() == 2
                && path.getLast().state().get() == State.DONE
                && !path.getLast().text().get().isBlank();
    }

    private static @Nullable WorkerInfo idle(ChatTree tree, FleetView now) {
        Source source = tree.path().getLast().source();
        String id = source == null ? null : source.worker();
        WorkerInfo worker = id == null ? null : now.workers().get(id);
        if (worker == null || !now.connected() || worker.busy() > 0) {
            return null;
        }
        var stats = now.stats();
        boolean queue = stats != null
                && stats.queues().stream()
                        .anyMatch(each -> each.model().equals(worker.modelRef()) && each.waiting() > 0);
        return queue ? null : worker;
    }

    private void ask(ChatTree tree, WorkerInfo worker, FleetView now) {
        int left = waiting.merge(tree, -1, Integer::sum);
        if (left <= 0) {
            waiting.remove(tree);
        }
        ChatApi.Ask question = TitleAsk.of(tree.path(), Setup.read(tree.setup().get()));
        Choice choice = new Choice.Worker(worker.id(), worker.modelRef());
        running = tools.background()
                .start(
                        () -> {
                            ChatTarget target = tools.destination().find(choice, now);
                            Words words = new Words();
                            tools.chat().stream(target, question, words);
                            return words.said.toString();
                        },
                        said -> titled(tree, said),
                        // its first words stay, which need no explanation
                        problem -> running = null);
    }

    private void titled(ChatTree tree, String said) {
        running = null;
        waiting.remove(tree);
        String title = TitleAsk.title(said);
        if (!title.isEmpty() && habits.titles() == Titling.MODEL) {
            chats.suggest(tree.id(), title);
        }
        fleet(tools.fleet().view().get());
    }

    /** Gathers what is said; what is thought is left out. */
    private static final class Words implements ChatApi.Listener {
        private final StringBuilder said = new StringBuilder();

        @Override
        public void from(@Nullable String worker, @Nullable String hive) {}

        @Override
        public void thought(String text) {}

        @Override
        public void token(String text) {
            said.append(text);
        }

        @Override
        public void end(@Nullable String reason, @Nullable Usage usage, @Nullable Timings timings) {}
    }
}
