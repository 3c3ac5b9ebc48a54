package dev.rbee.service.queen.inference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.service.queen.routing.ModelNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which worker has which conversation's beginning in its cache, as fingerprints only. Bounded, the oldest goes first.
 * Thread-safe.
 */
final class Warmth {
    private static final int MOST = 20_000;
    private static final int LOOK_BACK = 32;
    private static final int PROMPT_HEAD = 512;
    private static final int FRESH = 17;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, String> workers = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > MOST;
        }
    };

    /** The worker that knows the longest beginning of it, or null. */
    @Nullable
    String of(Question question) {
        return of(question.kind(), question.model(), question.tree());
    }

    /** The same for a request that is only asked about. */
    @Nullable
    String of(Kind kind, String model, JsonNode tree) {
        long[] prints = prints(kind, model, tree);
        lock.lock();
        try {
            for (int i = prints.length - 1; i >= Math.max(0, prints.length - LOOK_BACK); i--) {
                String worker = workers.get(prints[i]);
                if (worker != null) {
                    return worker;
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** That worker has it now. */
    void remember(Question question, String worker) {
        long[] prints = prints(question.kind(), question.model(), question.tree());
        lock.lock();
        try {
            for (int i = Math.max(0, prints.length - 2); i < prints.length; i++) {
                workers.put(prints[i], worker);
            }
        } finally {
            lock.unlock();
        }
    }

    /** One print for each beginning, the shortest first. */
    private static long[] prints(Kind kind, String model, JsonNode tree) {
        long start = mix(FRESH, ModelNames.key(model).hashCode());
        return switch (kind) {
            case CHAT -> ofMessages(start, tree.path("messages"));
            case COMPLETION, INFER -> ofPrompt(start, tree.path("prompt"));
            case EMBEDDING -> new long[0];
        };
    }

    private static long[] ofMessages(long start, JsonNode messages) {
        long[] prints = new long[messages.size()];
        long print = start;
        for (int i = 0; i < prints.length; i++) {
            JsonNode message = messages.get(i);
            print = mix(print, Objects.hash(message.get("role"), message.get("content")));
            prints[i] = print;
        }
        return prints;
    }

    private static long[] ofPrompt(long start, JsonNode prompt) {
        String text = prompt.asText("");
        if (text.length() < PROMPT_HEAD) {
            return text.isEmpty() ? new long[0] : new long[] {mix(start, text.hashCode())};
        }
        return new long[] {mix(start, text.substring(0, PROMPT_HEAD).hashCode()), mix(start, text.hashCode())};
    }

    private static long mix(long a, int b) {
        long x = (a ^ b) * 0x9E3779B97F4A7C15L;
        return x ^ (x >>> 31);
    }
}
