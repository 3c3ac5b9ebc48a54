package dev.rbee.service.queen.inference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.http.ClientGone;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands a worker's event stream on to the caller, whole events only, byte for byte. Until the first text comes, what precedes it
 * is held back (pings are not), so that another worker can still take over unseen. For one stream, on one thread.
 */
final class Relay {
    private final Question question;
    private final ClientSide client;
    private final Traffic traffic;
    private final LongSupplier nanos;
    private final Said said;
    private final EventCutter cutter = new EventCutter();
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean committed;
    private @Nullable EventKind ending;
    private int pieces;
    private long first;
    private long last;
    private @Nullable JsonNode usage;
    private @Nullable Long made;

    Relay(Question question, ClientSide client, Traffic traffic, LongSupplier nanos) {
        this.question = question;
        this.client = client;
        this.traffic = traffic;
        this.nanos = nanos;
        this.said = new Said(question.kind(), question.continuable());
    }

    /**
     * Blocks until the worker's stream ends. Throws {@link ClientGone} for the caller's end, another {@link IOException} for the
     * worker's; returning normally does not mean that the answer is whole, see {@link #ending}.
     */
    void run(InputStream in, Silence.Watch watch) throws IOException {
        while (true) {
            byte[] space = cutter.space();
            int count = in.read(space, cutter.end(), cutter.room());
            if (count < 0) {
                return;
            }
            watch.alive();
            cutter.filled(count);
            if (committed) {
                through();
            } else {
                sift();
            }
        }
    }

    private void through() throws ClientGone {
        int texts = 0;
        while (cutter.next()) {
            texts += look() ? 1 : 0;
        }
        if (cutter.to() > 0) {
            client.write(cutter.bytes(), 0, cutter.to());
            cutter.shift();
        }
        count(texts);
    }

    private void sift() throws ClientGone {
        while (!committed && cutter.next()) {
            EventKind kind = kind();
            if (kind == EventKind.COMMENT) {
                client.write(cutter.bytes(), cutter.from(), cutter.to() - cutter.from());
                continue;
            }
            if (question.continued() && kind == EventKind.OTHER && opens()) {
                continue; // the caller has that from the worker that was lost
            }
            boolean text = look();
            held.write(cutter.bytes(), cutter.from(), cutter.to() - cutter.from());
            if (kind != EventKind.OTHER) {
                committed = true;
                client.write(held.toByteArray(), 0, held.size());
                held.reset();
                count(text ? 1 : 0);
            }
        }
        cutter.shift();
        if (committed) {
            through();
        }
    }

    private EventKind kind() {
        return EventKind.of(question.kind(), cutter.bytes(), cutter.from(), cutter.to());
    }

    private boolean opens() {
        return EventKind.opens(cutter.bytes(), cutter.from(), cutter.to());
    }

    /** Notes what the event means; says whether it has text. */
    private boolean look() {
        EventKind kind = kind();
        switch (kind) {
            case END, ERROR -> ending = kind;
            case OTHER -> noteUsage();
            case CONTENT -> said.note(cutter.bytes(), cutter.from(), cutter.to());
            case COMMENT -> {}
        }
        return kind == EventKind.CONTENT;
    }

    private void noteUsage() {
        JsonNode found = Usages.ofEvent(cutter.bytes(), cutter.from(), cutter.to());
        usage = found == null ? usage : found;
        Long said = Usages.nanosOfEvent(cutter.bytes(), cutter.from(), cutter.to());
        made = said == null ? made : said;
    }

    private void count(int texts) {
        if (texts > 0) {
            last = nanos.getAsLong();
            first = pieces == 0 ? last : first;
            pieces += texts;
            traffic.tokens(texts);
            client.texts(texts, last);
        }
    }

    /** How the worker ended it: well, with an error of its own, or (null) not at all. */
    @Nullable
    EventKind ending() {
        return ending;
    }

    /** Whether the caller got a part of the answer. */
    boolean committed() {
        return committed;
    }

    /** What the caller got; null where no other worker could go on behind it. */
    @Nullable
    String said() {
        return said.text();
    }

    Measured measured() {
        return new Measured(
                pieces,
                first,
                last,
                made,
                Usages.count(usage, "prompt_tokens"),
                Usages.count(usage, "completion_tokens"));
    }
}
