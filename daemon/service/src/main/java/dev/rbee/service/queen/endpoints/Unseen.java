package dev.rbee.service.queen.endpoints;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Locale;

/** A look that found no server that works. The message is for people and holds no key. */
final class Unseen extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean refused;
    private final boolean silent;

    Unseen(String message, boolean refused) {
        super(message);
        this.refused = refused;
        this.silent = false;
    }

    /** It could not be asked. */
    Unseen(IOException why) {
        super("It does not answer: " + why.getMessage() + ".");
        this.refused = false;
        this.silent = why instanceof InterruptedIOException
                && !String.valueOf(why.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
    }

    /** For people. */
    String said() {
        return String.valueOf(getMessage());
    }

    /** Whether somebody is there but said nothing in time. */
    boolean silent() {
        return silent;
    }

    /** Whether it is there but does not take the key. */
    boolean refused() {
        return refused;
    }
}
