package dev.rbee.service.sqlite;

/** A database file whose content SQLite cannot trust; the message is what it said. */
public final class Damaged extends Exception {
    private static final long serialVersionUID = 1;

    Damaged(String why) {
        super(why);
    }

    /** What SQLite said, on one line. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
