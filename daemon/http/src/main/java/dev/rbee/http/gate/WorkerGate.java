package dev.rbee.http.gate;

import dev.rbee.contract.auth.Keys;
import dev.rbee.http.Caller;
import dev.rbee.http.Gate;
import java.util.Optional;

/** A worker's gate: its own key, or the installation's token, which it knows by fingerprint only. */
public final class WorkerGate implements Gate {
    private final String workerKey;
    private final String tokenFingerprint;

    /** For that key and {@link Keys#fingerprint}. */
    public WorkerGate(String workerKey, String tokenFingerprint) {
        this.workerKey = workerKey;
        this.tokenFingerprint = tokenFingerprint;
    }

    @Override
    public Caller admit(String method, String path, Optional<String> bearer) {
        if (bearer.isPresent()
                && (Keys.same(bearer.get(), workerKey)
                        || Keys.same(Keys.fingerprint(bearer.get()), tokenFingerprint))) {
            return Caller.admin();
        }
        throw Refusals.key(bearer.isPresent());
    }
}
