package dev.rbee.contract.workers;

/**
 * Who a worker on a linked machine is. Its hive does not hold the installation's token and so cannot derive these itself;
 * the queen sends them with the spawn, through the tunnel.
 *
 * @param workerId chosen by the queen
 * @param key {@link dev.rbee.contract.auth.Keys#workerKey} of it
 * @param tokenFingerprint recognises callers that hold the installation's token
 */
public record WorkerIdentity(String workerId, String key, String tokenFingerprint) {
    /** Without the key. */
    @Override
    public String toString() {
        return "WorkerIdentity[" + workerId + "]";
    }
}
