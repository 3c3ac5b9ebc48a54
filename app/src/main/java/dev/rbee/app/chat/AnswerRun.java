package dev.rbee.app.chat;

import dev.rbee.app.chats.ChatTree;
import dev.rbee.app.chats.Message;
import dev.rbee.app.chats.store.Figures;
import dev.rbee.app.chats.store.Source;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.fx.AppendFeed;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.fx.Task;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.remote.ChatApi;
import dev.rbee.app.remote.ChatTarget;
import dev.rbee.app.remote.Sampling;
import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Has one answer written: finds out where to ask, streams, measures. Where the connection breaks it goes on once behind what is there,
 * straight at a worker if the queen is away by then. Made and stopped on the JavaFX thread.
 */
final class AnswerRun {
    /** After a break, so that it is known by then whether the queen is still there. */
    private static final Duration BREATH = Duration.millis(400);

    private final Tools tools;
    private final ChatTree tree;
    private final Message answer;
    private final Choice choice;
    private final Live live;
    private final Order order;
    private final Runnable ended;
    private final AppendFeed<String> tokens;
    private Clockwork clockwork;
    private @Nullable Task task;
    private boolean again;

    /** The parts every run needs; {@code nanos} is a monotonic clock. */
    record Tools(ChatApi chat, Destination destination, Background background, FleetModel fleet, LongSupplier nanos) {}

    /** What is asked; {@code goesOn} behind what the answer has already. */
    record Order(List<ChatApi.Message> messages, Sampling sampling, boolean goesOn) {}

    /** Begins at once; {@code ended} is called when nothing more will come. */
    AnswerRun(Tools tools, ChatTree tree, Message answer, Choice choice, Live live, Order order, Runnable ended) {
        this.tools = tools;
        this.tree = tree;
        this.answer = answer;
        this.choice = choice;
        this.live = live;
        this.order = order;
        this.ended = ended;
        clockwork = new Clockwork(tools.nanos());
        tokens = new AppendFeed<>(FxThread.LATER, batch -> tree.append(answer, String.join("", batch)));
        start(order.goesOn() ? answer.text().get() : "");
    }

    ChatTree tree() {
        return tree;
    }

    private void start(String begun) {
        FleetView view = tools.fleet().view().get();
        Clockwork clock = new Clockwork(tools.nanos());
        clockwork = clock;
        task = tools.background()
                .start(
                        () -> {
                            ChatTarget target = tools.destination().find(choice, view);
                            tools.chat().stream(
                                    target,
                                    new ChatApi.Ask(order.messages(), order.sampling(), begun),
                                    new Ear(target, clock, begun));
                            return clock.figures();
                        },
                        figures -> end(State.DONE, figures, null),
                        this::failed);
    }

    /** The fleet is so now: says what is waited for while nothing has come. */
    void fleet(FleetView now) {
        if (answer.text().get().isEmpty()) {
            live.waits(Waits.of(choice, now, live.waiting().get()));
        }
    }

    private void failed(Problem why) {
        boolean broke = why.code() == ProblemCode.WORKER_LOST || why.code() == ProblemCode.UNREACHABLE;
        if (!broke || again || order.sampling().form() != null) {
            end(State.FAILED, answer.text().get().isEmpty() ? null : clockwork.figures(), why);
            return;
        }
        again = true;
        live.waits(Waits.BROKEN);
        PauseTransition breath = new PauseTransition(BREATH);
        breath.setOnFinished(e -> {
            if (answer.state().get() == State.STREAMING) {
                start(answer.text().get());
            }
        });
        breath.play();
    }

    /** Ends it here and at the worker; what is there stays. */
    void stop() {
        Task running = task;
        if (running != null) {
            running.cancel();
        }
        Source source = answer.source();
        String known = source == null ? null : source.model();
        live.stopped(
                source,
                known == null ? choice.model() : known,
                tools.fleet().view().get());
        end(State.STOPPED, answer.text().get().isEmpty() ? null : clockwork.figures(), null);
    }

    private void end(State how, @Nullable Figures figures, @Nullable Problem problem) {
        if (answer.state().get() == State.STREAMING) {
            live.thought(clockwork.thoughtMs());
            tree.finish(answer, how, figures == null ? null : figures.within(context()), problem);
            ended.run();
        }
    }

    /** Tokens that the worker of the answer can hold; null where it is not known. */
    private @Nullable Integer context() {
        var workers = tools.fleet().view().get().workers();
        Source source = answer.source();
        WorkerInfo there = source == null || source.worker() == null ? null : workers.get(source.worker());
        return there != null
                ? there.context()
                : Destination.best(choice, workers.values())
                        .map(WorkerInfo::context)
                        .orElse(null);
    }

    private final class Ear implements ChatApi.Listener {
        private final ChatTarget target;
        private final Clockwork clock;
        private boolean thinking;

        Ear(ChatTarget target, Clockwork clock, String begun) {
            this.target = target;
            this.clock = clock;
            thinking = Thinking.of(begun).open();
        }

        @Override
        public void from(@Nullable String worker, @Nullable String hive) {
            FxThread.LATER.execute(
                    () -> tree.from(answer, new Source(target.model(), worker, hive, target.queenless())));
        }

        @Override
        public void thought(String text) {
            clock.token(true);
            tokens.offer(thinking ? text : Thinking.BEGIN + "\n" + text);
            thinking = true;
        }

        @Override
        public void token(String text) {
            clock.token(false);
            tokens.offer(thinking ? "\n" + Thinking.END + "\n\n" + text : text);
            thinking = false;
        }

        @Override
        public void end(@Nullable String reason, @Nullable Usage usage, @Nullable Timings timings) {
            clock.end(reason, usage, timings);
        }
    }
}
