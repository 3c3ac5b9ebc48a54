package dev.rbee.app.fx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The second hand of the screen: what shows an age is told once a second. JavaFX thread only. */
public final class Ticker {
    private final List<Runnable> hands = new ArrayList<>();
    private final Rest second = new Rest(Duration.ofSeconds(1), this::tick);

    /** Calls it each second. */
    public void onSecond(Runnable hand) {
        hands.add(hand);
    }

    /** Starts ticking, unless it does already. */
    public void start() {
        if (!second.waiting()) {
            second.begin();
        }
    }

    /** Stops ticking. */
    public void stop() {
        second.stop();
    }

    private void tick() {
        second.begin(); // first, so that a hand that fails stops no other second
        List.copyOf(hands).forEach(Runnable::run);
    }
}
