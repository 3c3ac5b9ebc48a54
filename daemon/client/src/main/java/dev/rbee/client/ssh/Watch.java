package dev.rbee.client.ssh;

import com.jcraft.jsch.Session;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps one connection alive and tells when it is lost. Every five seconds without a byte it asks the machine for one, from a thread of its own,
 * since a write can block for minutes on a dead network; three questions without an answer end the connection. Thread-safe.
 */
final class Watch {
    private static final long INTERVAL_MS = 5_000;
    private static final int QUESTIONS = 3;

    private final Wire wire;
    private final Session session;
    private final Runnable close;
    private final List<Runnable> actions = new ArrayList<>();
    private boolean told;

    /** {@code close} ends what is left of it. */
    Watch(Wire wire, Session session, Runnable close) {
        this.wire = wire;
        this.session = session;
        this.close = close;
    }

    /** Begins, on a thread of its own. */
    void start() {
        Thread.ofVirtual().name("ssh-watch").start(this::watch);
    }

    private void watch() {
        try {
            long before = wire.received();
            int silent = 0;
            while (!wire.awaitEnd(INTERVAL_MS)) {
                long now = wire.received();
                silent = now == before ? silent + 1 : 0;
                before = now;
                if (silent > QUESTIONS) {
                    break;
                }
                if (silent > 0) {
                    Thread.ofVirtual().name("ssh-keepalive").start(this::ask);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close.run();
        tell();
    }

    private void ask() {
        try {
            session.sendKeepAliveMsg();
        } catch (Exception e) { // jsch declares no narrower one; the silence tells the rest
            return;
        }
    }

    private void tell() {
        List<Runnable> now;
        synchronized (actions) {
            told = true;
            now = List.copyOf(actions);
            actions.clear();
        }
        now.forEach(Runnable::run);
    }

    /** Runs it once when the connection is lost, at once where it is already. */
    void onLost(Runnable action) {
        synchronized (actions) {
            if (!told) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }
}
