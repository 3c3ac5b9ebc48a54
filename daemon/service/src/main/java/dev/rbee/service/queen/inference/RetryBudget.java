package dev.rbee.service.queen.inference;

/**
 * How many requests may be run again after they may have killed a worker: a fifth of those that come, and ten at once. When workers die in
 * rows, running everything again would only make it worse (reliability section 5). Thread-safe.
 */
final class RetryBudget {
    private static final int COST = 5;
    private static final int MOST = 10 * COST;

    private int saved = MOST;

    /** A request came. */
    synchronized void earn() {
        saved = Math.min(MOST, saved + 1);
    }

    /** Whether one may be run again; if so, that is counted. */
    synchronized boolean spend() {
        if (saved < COST) {
            return false;
        }
        saved -= COST;
        return true;
    }
}
