package dev.rbee.service.queen.links;

/** How the connection to a machine stands. */
enum LinkState {
    /** not wanted */
    DOWN,
    /** being made */
    CONNECTING,
    /** its hive is reached through it */
    UP,
    /** failed, is tried again by itself */
    WAITING,
    /** failed in a way that only somebody can mend: a login, a changed key, a full disk */
    STUCK
}
