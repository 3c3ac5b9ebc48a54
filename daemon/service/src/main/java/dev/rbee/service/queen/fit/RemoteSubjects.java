package dev.rbee.service.queen.fit;

import dev.rbee.contract.models.RemoteFile;
import dev.rbee.contract.models.ResolvedModel;
import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.service.models.hub.References;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Headers from the hub and other places, by ranges of some MB; kept for a while, since a form asks again with each change. Thread-safe; two that ask
 * for the same at once may both fetch it.
 */
public final class RemoteSubjects implements RemoteHeaders {
    private static final int KEPT = 64;
    private static final long FRESH = Duration.ofMinutes(10).toNanos();

    private final References references;
    private final LongSupplier nanos;
    private final Map<String, Known> known = new LinkedHashMap<>();

    private record Known(Subject subject, long since) {}

    /** @param nanos monotonic */
    public RemoteSubjects(References references, LongSupplier nanos) {
        this.references = references;
        this.nanos = nanos;
    }

    @Override
    public Subject of(ModelRef ref) {
        String key = ref.toString();
        Subject kept = kept(key);
        if (kept != null) {
            return kept;
        }
        ResolvedModel model = references.resolve(ref);
        RemoteFile first = model.files().getFirst();
        Subject subject =
                new Subject(model.name(), references.header(model).header(), model.totalBytes(), first.sha256());
        synchronized (known) {
            known.put(key, new Known(subject, nanos.getAsLong()));
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return subject;
    }

    private @Nullable Subject kept(String key) {
        synchronized (known) {
            Known one = known.get(key);
            if (one != null && nanos.getAsLong() - one.since() > FRESH) {
                known.remove(key);
                return null;
            }
            return one == null ? null : one.subject();
        }
    }
}
