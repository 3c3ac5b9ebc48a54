package dev.rbee.client.ssh;

import com.jcraft.jsch.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

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
    private final Lock requests = new ReentrantLock();
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

    /** Holds the lock until an answer came, since jsch takes any answer for that of whoever asked last. */
    private void ask() {
        if (!requests.tryLock()) {
            return;
        }
        try {
            long before = wire.received();
            session.sendKeepAliveMsg();
            int waits = 0;
            while (waits < 50 && wire.received() == before && !wire.awaitEnd(INTERVAL_MS / 50)) {
                waits++;
            }
        } catch (Exception e) { // jsch declares no narrower one; the silence tells the rest
            return;
        } finally {
            requests.unlock();
        }
    }

    /** Held by whoever asks the server something that it answers without saying what to. */
    Lock requests() {
        return requests;
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
