package dev.rbee.app.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** The second hand of the screen: what shows an age is told once a second. JavaFX thread only. */
public final class Ticker {
    private final List<Runnable> hands = new ArrayList<>();
    private final Timeline timeline = new Timeline();

    /** Stands until {@link #start}. */
    public Ticker() {
        timeline.getKeyFrames()
                .add(new KeyFrame(Duration.seconds(1), e -> List.copyOf(hands).forEach(Runnable::run)));
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    /** Calls it each second. */
    public void onSecond(Runnable hand) {
        hands.add(hand);
    }

    /** Starts ticking. */
    public void start() {
        timeline.play();
    }

    /** Stops ticking. */
    public void stop() {
        timeline.stop();
    }
}
