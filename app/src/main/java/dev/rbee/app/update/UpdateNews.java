package dev.rbee.app.update;

import dev.rbee.app.frame.Navigator;
import dev.rbee.app.frame.Remedy;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.Background;
import dev.rbee.app.state.AppState;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.service.update.DailyCheck;
import dev.rbee.service.update.UpdateStatus;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of new versions, once each: one that the daily look has found, and what came of the last change. JavaFX thread only. */
public final class UpdateNews {
    private static final Words WORDS = Words.of(UpdateNews.class);
    private static final Logger LOG = LoggerFactory.getLogger(UpdateNews.class);
    private static final String TOLD = "update.told";
    private static final String OFFERED = "update.offered";
    private static final int QUIET_S = 3;
    private static final int FIRST_S = 20;
    private static final int EVERY_S = 60;

    private final UpdateDesk desk;
    private final Background background;
    private final Toasts toasts;
    private final Navigator navigator;
    private final AppState state;

    /** Tells nothing yet. */
    public UpdateNews(UpdateDesk desk, Background background, Toasts toasts, Navigator navigator, AppState state) {
        this.desk = desk;
        this.background = background;
        this.toasts = toasts;
        this.navigator = navigator;
        this.state = state;
    }

    /** From now on; {@code check} makes the daily look, which tells that consumer what it found. Returns at once. */
    public void begin(
            ScheduledExecutorService timer, Executor later, Function<Consumer<UpdateStatus>, DailyCheck> check) {
        var _ = timer.schedule(() -> later.execute(this::look), QUIET_S, TimeUnit.SECONDS);
        DailyCheck daily = check.apply(found -> later.execute(() -> found(found)));
        var _ = timer.scheduleWithFixedDelay(daily::tick, FIRST_S, EVERY_S, TimeUnit.SECONDS);
    }

    private void look() {
        background.run(
                () -> {
                    desk.settle();
                    return desk.status();
                },
                this::past,
                problem -> LOG.warn("updates: {}", problem.message()));
    }

    /** What came of the last change, where nobody was told yet. */
    void past(UpdateStatus status) {
        UpdateStatus.Last last = status.last();
        if (last == null || last.result().equals("waiting")) {
            return;
        }
        String told = last.result() + " " + last.to() + " " + last.at();
        if (told.equals(state.text(TOLD, ""))) {
            return;
        }
        state.put(TOLD, told);
        Remedy more = new Remedy(WORDS.get("news.more"), () -> navigator.reveal("settings", "updates"));
        if (last.result().equals("updated")) {
            toasts.offer(WORDS.get("news.updated", last.to()), more);
        } else if (last.why() != null) {
            toasts.problem(
                    Problem.of(
                            ProblemCode.UPDATE_FAILED,
                            WORDS.get("news.back", last.to(), last.from()),
                            WORDS.get("news.back.hint")),
                    more);
        }
    }

    /** A version that nobody was told of yet. */
    void found(UpdateStatus status) {
        UpdateStatus.Offered offer = status.offer();
        if (offer != null && !offer.version().equals(state.text(OFFERED, ""))) {
            state.put(OFFERED, offer.version());
            toasts.offer(
                    WORDS.get("news.found", offer.version()),
                    new Remedy(WORDS.get("news.more"), () -> navigator.reveal("settings", "updates")));
        }
    }
}
