package dev.rbee.app.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.client.EventStream;
import dev.rbee.client.Remote;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Reads a log's events to their end. */
final class HttpLog {
    private static final Set<ProblemCode> BREAKS = Set.of(ProblemCode.UNREACHABLE, ProblemCode.TIMEOUT);

    private HttpLog() {}

    /** Returns when the stream is closed; throws why it could not be read. */
    static void read(Remote remote, String path, Consumer<String> lines, RandomGenerator random)
            throws InterruptedException {
        follow(remote, path, (line, at) -> lines.accept(line), random);
    }

    /** The same with the time of each line, where it is known beside the line. */
    static void follow(Remote remote, String path, JournalSource.Ear lines, RandomGenerator random)
            throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        AtomicReference<@Nullable Problem> trouble = new AtomicReference<>();
        EventStream.Listener ear = new EventStream.Listener() {
            @Override
            public void event(@Nullable String id, String type, String data) {
                if (type.equals("log")) {
                    // A worker's lines have numbers and times, a hive's are the bare text of its file.
                    JsonNode line = Json.tree(data.getBytes(StandardCharsets.UTF_8));
                    lines.line(line.path("line").asText(), time(line.path("at").asText()));
                }
            }

            @Override
            public void state(EventStream.State state, @Nullable Problem why) {
                // A break heals by itself; a server that says no says no again.
                boolean refused = why != null && !BREAKS.contains(why.code());
                if (refused) {
                    trouble.set(why);
                }
                if (refused || state == EventStream.State.CLOSED) {
                    ended.countDown();
                }
            }

            @Override
            public boolean again() {
                return false;
            }
        };
        try (EventStream stream = EventStream.open(remote, path, ear, random)) {
            ended.await();
        }
        Problem why = trouble.get();
        if (why != null) {
            throw new ProblemException(why);
        }
    }

    private static @Nullable Instant time(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
