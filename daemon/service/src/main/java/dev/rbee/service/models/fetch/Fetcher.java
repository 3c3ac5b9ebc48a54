package dev.rbee.service.models.fetch;

/** Fetches files, one per call. Thread-safe; two calls with the same {@link FetchRequest#part} never run at the same time. */
public interface Fetcher extends AutoCloseable {
    /**
     * Fetches a file: goes on with what an earlier attempt left, and lets the file appear under its final name only when it is whole, hashed and
     * on the disk. Blocks for as long as that takes; interrupting the thread does the same as {@link FetchControl#stop}.
     *
     * <p>Throws {@link dev.rbee.contract.problem.ProblemException}: {@code cancelled} after {@link FetchControl#stop},
     * {@code already_running} where this or another process fetches it, {@code storage_full}, {@code model_gated}, {@code hub_unauthorized},
     * {@code source_not_found}, {@code hub_rate_limited}, {@code hash_mismatch} (what came is deleted), {@code offline}, {@code source_failed} or
     * {@code source_forbidden}. What came is kept for the next call, but where it is worthless.
     */
    Fetched fetch(FetchRequest request, FetchControl control);

    /** Ends every connection; running calls fail. */
    @Override
    void close();
}
