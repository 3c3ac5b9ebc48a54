package dev.rbee.worker.serve;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.worker.engine.Generation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Requests under way, by id, so that others can cancel them and an end can wait for them. Thread-safe. */
public final class Running {
    private final Map<String, Generation> generations = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Supplier<String> ids;

    /** With a source of ids for requests that bring none, or one that is in use. */
    public Running(Supplier<String> ids) {
        this.ids = ids;
    }

    /** The id a request goes by: the one it brought where that is a decent name and free. */
    public String name(String brought) {
        return brought.matches("[A-Za-z0-9._:-]{1,128}") && !generations.containsKey(brought) ? brought : ids.get();
    }

    /** A request begins; {@link #ended} has to follow. */
    public void began() {
        count.incrementAndGet();
    }

    /** It has a generation now. */
    public void add(Generation generation) {
        generations.put(generation.id(), generation);
    }

    /** It is answered, or its caller is gone. */
    public void ended(String id) {
        generations.remove(id);
        count.decrementAndGet();
    }

    /** Requests that are not answered yet. */
    public int count() {
        return count.get();
    }

    /** Cancels one. Throws {@code request_not_found}. */
    public void cancel(String id) {
        Generation generation = generations.get(id);
        if (generation == null) {
            throw ProblemException.of(
                    ProblemCode.REQUEST_NOT_FOUND,
                    "There is no request \"" + (id.length() > 128 ? id.substring(0, 128) : id) + "\" under way here.",
                    "It may have ended already.");
        }
        generation.cancel();
    }

    /** Cancels all. */
    public void cancelAll() {
        generations.values().forEach(Generation::cancel);
    }
}
