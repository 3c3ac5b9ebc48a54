package dev.rbee.testing;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What only some machines have. CI has all of it and says so with {@code rbee.require=all}. */
final class Needs {
    private Needs() {}

    /** Ends the test: skipped with these words, failed where everything is required. */
    static void that(boolean there, String missing) {
        if (there) {
            return;
        }
        if ("all".equals(System.getProperty("rbee.require"))) {
            Assertions.fail(missing);
        }
        Assumptions.abort(missing);
    }

    /** The same for a right that no package gives, name spaces for instance: skipped with these words everywhere. */
    static void right(boolean there, String missing) {
        if (!there) {
            Assumptions.abort(missing);
        }
    }
}
