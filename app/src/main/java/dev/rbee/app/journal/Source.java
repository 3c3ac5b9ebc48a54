package dev.rbee.app.journal;

/**
 * Something that writes a log.
 *
 * @param id {@code queen}, {@code application}, {@code hive:<id>}, {@code worker:<id>}
 * @param name for people
 */
record Source(String id, Kind kind, String name) {
    /** What writes it. */
    enum Kind {
        QUEEN,
        APPLICATION,
        HIVE,
        WORKER
    }

    /** What it is the log of, without the kind. */
    String thing() {
        return id.substring(id.indexOf(':') + 1);
    }
}
