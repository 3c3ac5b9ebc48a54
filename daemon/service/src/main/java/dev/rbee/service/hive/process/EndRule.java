package dev.rbee.service.hive.process;

/** What follows the end of a process. Pure. */
enum EndRule {
    /** its end was wanted, here or by whoever drained it directly: it had served and ended with 0 */
    STOPPED,
    /** somebody took its port between the choice and the bind: again with another one, no crash */
    PORT_LOST,
    /** it never served: starting it again would change nothing */
    FAILED,
    /** it crashed after it had served: again after a wait */
    RESTART,
    /** its model crashed too often */
    QUARANTINE;

    /** Ports are tried this often before a lost one counts as a failure. */
    static final int PORT_TRIES = 5;

    /** Is this end a crash, to be counted against the model? */
    static boolean crash(Phase phase, boolean ownWill, boolean portTaken, int portTries) {
        return !phase.stopping() && !ownWill && !portLost(phase, portTaken, portTries);
    }

    static EndRule of(
            Phase phase, boolean served, boolean ownWill, boolean portTaken, int portTries, boolean quarantined) {
        if (phase.stopping() || ownWill) {
            return STOPPED;
        }
        if (portLost(phase, portTaken, portTries)) {
            return PORT_LOST;
        }
        if (quarantined) {
            return QUARANTINE;
        }
        return served ? RESTART : FAILED;
    }

    private static boolean portLost(Phase phase, boolean portTaken, int portTries) {
        return phase == Phase.STARTING && portTaken && portTries < PORT_TRIES;
    }
}
