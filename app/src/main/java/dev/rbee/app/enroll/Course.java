package dev.rbee.app.enroll;

import dev.rbee.app.words.Words;

/** The way through the wizard, as its steps ask for it. JavaFX thread only. */
interface Course {
    /** The steps, in their order. */
    enum Stop {
        /** address and login */
        WHERE(Words.of(Course.class).get("where")),
        /** the machine's key */
        TRUST(Words.of(Course.class).get("trust")),
        /** the report */
        FOUND(Words.of(Course.class).get("what.we.found")),
        /** at work */
        INSTALL(Words.of(Course.class).get("install")),
        /** done */
        READY(Words.of(Course.class).get("ready"));

        private final String words;

        Stop(String words) {
            this.words = words;
        }

        /** For people. */
        String words() {
            return words;
        }
    }

    /** Goes on to that step. */
    void to(Stop stop);

    /** Goes back to the step that was shown before. */
    void back();

    /** Ends the wizard at once. */
    void close();
}
