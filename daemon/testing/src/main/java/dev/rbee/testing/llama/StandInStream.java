package dev.rbee.testing.llama;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** One answer as events; takes a slot for as long as it lasts. */
final class StandInStream implements AutoCloseable {
    private final Set<Habit> habits;
    private final AtomicInteger working;
    private final OutputStream out;

    StandInStream(HttpExchange x, Set<Habit> habits, AtomicInteger working) throws IOException {
        this.habits = habits;
        this.working = working;
        working.incrementAndGet();
        x.getResponseHeaders().set("Content-Type", "text/event-stream");
        x.sendResponseHeaders(200, 0);
        this.out = x.getResponseBody();
    }

    void event(String json) throws IOException {
        out.write(("data: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** A token, or what the habits make of it. */
    void token(String json, int index) throws IOException {
        if (index == 3) {
            if (habits.contains(Habit.DIES_MID_STREAM)) {
                Runtime.getRuntime().halt(134);
            }
            if (habits.contains(Habit.GARBLES)) {
                out.write("data: {\"content\":\"x\n\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        }
        if (habits.contains(Habit.SLOW)) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        event(json);
    }

    void done() throws IOException {
        out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        working.decrementAndGet();
        out.close();
    }
}
