package dev.rbee.app.hives;

import org.kordamp.ikonli.feather.Feather;

/** What can be done with a hive. */
enum Verb {
    /** its process begins */
    START("start", "Start", Feather.PLAY, "Start the hive there"),
    /** its process ends, its workers first */
    STOP("stop", "Stop", Feather.SQUARE, "End the hive and its workers"),
    /** nothing new goes there */
    DRAIN("drain", "Drain", Feather.LOG_OUT, "Let it finish what runs, and give it nothing new"),
    /** new work goes there again */
    RESUME("resume", "Resume", Feather.LOG_IN, "Give it work again"),
    /** stop and start */
    RESTART("restart", "Restart", Feather.ROTATE_CW, "End the hive and start it again"),
    /** this version of rbee goes there */
    UPGRADE(
            "upgrade",
            "Upgrade",
            Feather.ARROW_UP_CIRCLE,
            "Put this version of rbee there; the old one comes back if it fails"),
    /** Wake-on-LAN */
    WAKE("wake", "Wake", Feather.SUNRISE, "Wake the machine over the network"),
    /** password, passphrase, key */
    LOGIN("login", "Log in…", Feather.KEY, "Give the login what it waits for"),
    /** nothing of rbee stays there */
    REMOVE("remove", "Remove…", Feather.TRASH_2, "Take rbee off the machine and forget it");

    private final String wire;
    private final String words;
    private final Feather icon;
    private final String tip;

    Verb(String wire, String words, Feather icon, String tip) {
        this.wire = wire;
        this.words = words;
        this.icon = icon;
        this.tip = tip;
    }

    /** In the queen's route. */
    String wire() {
        return wire;
    }

    /** On its button. */
    String words() {
        return words;
    }

    /** Whether the hive's workers end with it. */
    boolean ends() {
        return this == STOP || this == RESTART;
    }

    /** Whether it can be done with several hives at once. */
    boolean many() {
        return this != LOGIN && this != REMOVE;
    }

    Feather icon() {
        return icon;
    }

    String tip() {
        return tip;
    }
}
