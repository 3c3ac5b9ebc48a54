package dev.rbee.app.enroll;

/** The way through the wizard, as its steps ask for it. JavaFX thread only. */
interface Course {
    /** The steps, in their order. */
    enum Stop {
        /** address and login */
        WHERE("Where"),
        /** the machine's key */
        TRUST("Trust"),
        /** the report */
        FOUND("What we found"),
        /** at work */
        INSTALL("Install"),
        /** done */
        READY("Ready");

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
