package dev.rbee.app.chat;

import dev.rbee.app.fx.AppendFeed;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.fx.Task;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.remote.ChatApi;
import dev.rbee.app.remote.ChatTarget;
import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Has one answer written: finds out where to ask, streams, measures. Made and stopped on the JavaFX thread. */
final class AnswerRun {
    private final Answer answer;
    private final Clockwork clockwork;
    private final AppendFeed<String> tokens;
    private final Task task;
    private final Choice choice;

    /** The parts every run needs; {@code nanos} is a monotonic clock. */
    record Tools(ChatApi chat, Destination destination, Background background, LongSupplier nanos) {}

    AnswerRun(Tools tools, Answer answer, Choice choice, FleetView view, List<ChatApi.Message> messages) {
        this.answer = answer;
        this.choice = choice;
        clockwork = new Clockwork(tools.nanos());
        tokens = new AppendFeed<>(FxThread.LATER, batch -> answer.append(String.join("", batch)));
        task = tools.background()
                .start(
                        () -> {
                            ChatTarget target = tools.destination().find(choice, view);
                            Ear ear = new Ear(target.queenless());
                            tools.chat().stream(target, messages, ear);
                            return clockwork.figures();
                        },
                        answer::done,
                        answer::failed);
    }

    /** The fleet is so now: says what is waited for while nothing has come. */
    void fleet(FleetView now) {
        if (answer.state().get() == Answer.State.WAITING) {
            answer.waits(Waits.of(choice, now));
        }
    }

    /** Ends it here and at the worker; what is there stays. */
    void stop() {
        task.cancel();
        answer.stopped(answer.text().get().isEmpty() ? null : clockwork.figures());
    }

    private final class Ear implements ChatApi.Listener {
        private final boolean queenless;

        Ear(boolean queenless) {
            this.queenless = queenless;
        }

        @Override
        public void from(@Nullable String worker, @Nullable String hive) {
            FxThread.LATER.execute(() -> answer.from(new Answer.From(worker, hive, queenless)));
        }

        @Override
        public void token(String text) {
            clockwork.token();
            tokens.offer(text);
        }

        @Override
        public void end(@Nullable String reason, @Nullable Usage usage, @Nullable Timings timings) {
            clockwork.end(usage, timings);
        }
    }
}
