package dev.rbee.service.queen.access;

import dev.rbee.contract.audit.AuditEntry;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Caller;
import dev.rbee.service.queen.store.AuditTable;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down who changed what, and how that ended. An entry that can't be written is logged and does not undo the
 * change: a full disk must not keep anybody from stopping something. Thread-safe; blocks on the disk.
 */
public final class AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    private final AuditTable table;
    private final InstantSource clock;

    /** Into that table. */
    public AuditTrail(AuditTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Does the work and writes it down before it returns.
     *
     * @param action {@code hive.stop} and so on
     * @param target what it is done to
     */
    public <T> T of(Caller caller, String action, @Nullable String target, Supplier<T> work) {
        try {
            T result = work.get();
            note(caller, action, target, "ok", null);
            return result;
        } catch (ProblemException e) {
            note(caller, action, target, e.problem().code().wire(), e.problem().message());
            throw e;
        }
    }

    void note(Caller caller, String action, @Nullable String target, String outcome, @Nullable String details) {
        LOG.info("actor={} action={} target={} outcome={}", caller.label(), action, target, outcome);
        try {
            table.add(new AuditEntry(0, clock.instant(), caller.label(), action, target, outcome, details));
        } catch (ProblemException e) {
            LOG.error("audit entry lost: {}", e.getMessage());
        }
    }
}
