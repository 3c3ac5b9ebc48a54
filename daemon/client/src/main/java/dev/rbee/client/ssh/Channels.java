package dev.rbee.client.ssh;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/** Opens commands and file transfers on one connection, no more at a time than OpenSSH's servers allow by default. Thread-safe. */
final class Channels {
    static final int OPEN_MS = 10_000;
    private static final int AT_ONCE = 8;

    private final Session session;
    private final Wire wire;
    private final String name;
    private final Semaphore room = new Semaphore(AT_ONCE);

    /** {@code name}: the machine, for messages. */
    Channels(Session session, Wire wire, String name) {
        this.session = session;
        this.wire = wire;
        this.name = name;
    }

    String name() {
        return name;
    }

    boolean alive() {
        return !wire.over() && session.isConnected();
    }

    /** The connection is gone. */
    ProblemException lost() {
        return ProblemException.of(
                ProblemCode.SSH_UNREACHABLE,
                "The connection to " + name + " was lost.",
                "Check that the machine runs and the network works; rbee connects again by itself.");
    }

    /** Opens a channel, uses it, closes it. Waits while too many are open. */
    <C extends Channel, T> T session(String type, Class<C> kind, Commands.Use<C, T> use) {
        C channel = null;
        boolean entered = false;
        try {
            room.acquire();
            entered = true;
            if (!alive()) {
                throw lost();
            }
            channel = kind.cast(session.openChannel(type));
            return use.with(channel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemCode.CANCELLED, "Cancelled while " + name + " was at work.", null);
        } catch (JSchException | IOException e) {
            if (!alive()) {
                throw lost();
            }
            throw new ProblemException(
                    dev.rbee.contract.problem.Problem.of(
                            ProblemCode.SSH_UNREACHABLE,
                            name + " opens no " + (type.equals("sftp") ? "file transfer (SFTP)" : "command") + ": "
                                    + Cleaner.line(String.valueOf(e.getMessage())),
                            type.equals("sftp")
                                    ? "Enable the sftp subsystem of its SSH server."
                                    : "Check that this user may run commands there."),
                    e);
        } finally {
            if (channel != null) {
                channel.disconnect();
            }
            if (entered) {
                room.release();
            }
        }
    }
}
