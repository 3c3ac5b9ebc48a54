package dev.rbee.testing.llama;

import java.util.Locale;

/** What a stand-in may do wrong. */
public enum Habit {
    /** nothing */
    NONE,
    /** loads for two seconds */
    SLOW_START,
    /** loads for ever */
    NEVER_READY,
    /** ends with 1 while it loads */
    EXIT_ON_LOAD,
    /** the same, because it does not know the model */
    UNKNOWN_ARCHITECTURE,
    /** the same, because the memory does not suffice */
    OUT_OF_MEMORY,
    /** hears no SIGTERM */
    IGNORES_SIGTERM,
    /** ends after the third token, as by a crash */
    DIES_MID_STREAM,
    /** sends something else than JSON after the third token */
    GARBLES,
    /** its stream ends without saying why the answer did */
    NO_END,
    /** answers every request with 500 */
    FAILS,
    /** takes a tenth of a second per token */
    SLOW,
    /** its template knows tools; calls the first one that is offered */
    CALLS_TOOLS,
    /** thinks before it answers */
    THINKS,
    /** says that it has two GPUs */
    HAS_GPUS;

    /** As in a command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
