package dev.rbee.app.enroll;

import dev.rbee.app.words.Words;
import java.util.Optional;

/** What is done on a machine, in this order. */
enum Phase {
    /** the login */
    CONNECT(Words.of(Phase.class).get("connect"), "Connect"),
    /** the report */
    CHECK(Words.of(Phase.class).get("check.the.machine"), "Check|Prob|Look"),
    /** the bundle goes there, or is made there */
    COPY(Words.of(Phase.class).get("copy.rbee.there"), "Upload|Cop|Build|Clon|Fetch|Download"),
    /** it is laid out */
    UNPACK(Words.of(Phase.class).get("install.it"), "Unpack|Install|Verif"),
    /** the process */
    START(Words.of(Phase.class).get("start.the.hive"), "Start"),
    /** it is heard */
    HEARTBEAT(Words.of(Phase.class).get("hear.its.heartbeat"), "Wait|Link|Regist");

    private final String words;
    /** of its messages, with bars between */
    private final String beginnings;

    Phase(String words, String beginnings) {
        this.words = words;
        this.beginnings = beginnings;
    }

    /** For people. */
    String words() {
        return words;
    }

    /** The one that a job's message speaks of. */
    static Optional<Phase> of(String message) {
        for (Phase phase : values()) {
            if (message.matches("(?s)(?:" + phase.beginnings + ").*")) {
                return Optional.of(phase);
            }
        }
        return Optional.empty();
    }

    /** The later of the two. */
    Phase or(Phase other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
