package dev.rbee.app.launch;

import dev.rbee.app.instance.Instance;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.boot.Display;
import dev.rbee.service.home.Home;
import dev.rbee.service.update.change.FirstStart;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/** Starts the application, or shows the one that runs. Not an Application itself, so that it starts from the class path too. */
public final class Main {
    private static final Words WORDS = Words.of(Main.class);

    /** Of some seconds each. */
    private static final int TRIES = 9;

    private Main() {}

    /** Returns when the application has ended; at once where another one of this home was shown instead. */
    public static void main(String[] args) {
        List<String> words = Arguments.whole(List.of(args), Path.of(""));
        Path run = Home.of(System.getenv()).run();
        try {
            Optional<Instance> first = claim(run, words);
            if (first.isEmpty()) {
                return;
            }
            if (!display()) {
                first.get().close();
                System.err.println(Display.missing(words));
                System.exit(1);
            }
            RbeeApp.first(first.get(), FirstStart.begin(Home.of(System.getenv()), "app"));
        } catch (ProblemException e) {
            // the window shows what is wrong with the folder
        }
        Graphics.choose();
        Toolkit.LOG.setLevel(Level.SEVERE);
        Application.launch(RbeeApp.class, words.toArray(String[]::new));
    }

    /** JavaFX's own platform without a screen is as good as one. */
    private static boolean display() {
        return System.getProperty("glass.platform") != null
                || Display.there(System.getProperty("os.name"), System.getenv());
    }

    /** Empty where the first one was shown. One that is ending is waited for. */
    private static Optional<Instance> claim(Path run, List<String> words) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Instance> first = Instance.claim(run, new SecureRandom());
            if (first.isPresent() || Instance.call(run, words)) {
                return first;
            }
        }
        System.err.println(WORDS.get("rbee.its.window.is.open"));
        System.exit(1);
        return Optional.empty();
    }

    /** JavaFX warns at each start that it lies on the class path, where it is meant to be. Later warnings go to rbee's own log. */
    private static final class Toolkit {
        /** Kept, since a logger that nobody holds forgets its level. */
        static final Logger LOG = Logger.getLogger("javafx");
    }
}
