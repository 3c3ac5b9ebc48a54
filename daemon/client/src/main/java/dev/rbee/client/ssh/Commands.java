package dev.rbee.client.ssh;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import dev.rbee.client.ssh.RemoteShell.Ran;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Runs scripts through {@code sh -s}. The script goes in whole before any of it runs, and what it calls reads from {@code /dev/null}. Without a
 * terminal a server does not end a command whose connection goes: past the deadline its process group is killed. Thread-safe.
 */
final class Commands {
    private static final String MARK = "\u0001rbee-shell\u0001";
    private static final Duration KILL = Duration.ofSeconds(8);

    private final Channels channels;

    Commands(Channels channels) {
        this.channels = channels;
    }

    /** Blocks until it has ended or the deadline has passed. */
    Ran run(String script, Duration deadline, Consumer<String> lines, String... args) {
        Object order = new Object();
        Consumer<String> ordered = line -> {
            synchronized (order) {
                lines.accept(line);
            }
        };
        return channels.session("exec", ChannelExec.class, channel -> {
            channel.setCommand(command(args));
            channel.setPty(false);
            Output out = new Output(channel.getInputStream(), MARK, ordered);
            Output err = new Output(channel.getExtInputStream(), MARK, ordered);
            OutputStream in = channel.getOutputStream();
            channel.connect(Channels.OPEN_MS);
            FutureTask<Integer> ended = new FutureTask<>(() -> {
                feed(in, script);
                return end(channel, out, err);
            });
            Thread waiter = Thread.ofVirtual().name("ssh-command").start(ended);
            try {
                int status = ended.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
                if (status == -1 && !channels.alive()) {
                    throw channels.lost();
                }
                return new Ran(status, out.text(), err.text());
            } catch (TimeoutException e) {
                waiter.interrupt();
                kill(out.marked());
                throw ProblemException.of(
                        ProblemCode.TIMEOUT,
                        "A command on " + channels.name() + " did not end within " + words(deadline) + said(out, err),
                        "Look whether the machine is busy or its disk is stuck, then try again.");
            } catch (ExecutionException e) {
                throw channels.lost();
            }
        });
    }

    private static int end(ChannelExec channel, Output out, Output err) throws InterruptedException {
        out.await(Duration.ofDays(1));
        err.await(Duration.ofDays(1));
        while (!channel.isClosed() && channel.isConnected()) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        return channel.getExitStatus();
    }

    /** A command that ends without reading all of its script has ended all the same. */
    private static void feed(OutputStream in, String script) {
        String text = "printf '%s%s\\n' '" + MARK + "' \"$$\"; printf '%s\\n' '" + MARK + "' >&2\n{\n" + script
                + "\n} </dev/null\n";
        try (in) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // seen by its status
        }
    }

    /** {@code pid} is empty where the shell did not even start. */
    private void kill(String pid) {
        if (!channels.alive() || !pid.matches("[0-9]+")) {
            return;
        }
        String script = """
                group=$(ps -o pgid= -p "$1" 2>/dev/null | tr -d ' ')
                [ "${group:-0}" -gt 1 ] || group=$1
                kill -s TERM -- "-$group" 2>/dev/null
                sleep 1
                kill -s KILL -- "-$group" 2>/dev/null
                exit 0
                """;
        try {
            run(script, KILL, line -> {}, pid);
        } catch (ProblemException e) {
            // the deadline is the problem to tell; the connection will be closed
        }
    }

    private static String command(String... args) {
        StringBuilder b = new StringBuilder("/bin/sh -s --");
        for (String arg : args) {
            if (arg.indexOf('\0') >= 0) {
                throw ProblemException.of(ProblemCode.INVALID_FIELD, "An argument contains a zero byte.", null);
            }
            b.append(' ').append(quoted(arg));
        }
        return b.toString();
    }

    /** One word for whatever shell the user has. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String said(Output out, Output err) {
        String last = err.text().isBlank() ? out.text() : err.text();
        String tail = last.strip().lines().reduce("", (a, b) -> b);
        return tail.isEmpty() ? "." : "; its last words: " + Cleaner.line(tail);
    }

    private static String words(Duration deadline) {
        return deadline.toSeconds() > 0 ? deadline.toSeconds() + " s" : deadline.toMillis() + " ms";
    }

    /** What {@link Channels#session} runs. */
    interface Use<C, T> {
        T with(C channel) throws JSchException, IOException, InterruptedException;
    }
}
