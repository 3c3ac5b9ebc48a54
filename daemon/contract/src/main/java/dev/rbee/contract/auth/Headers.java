package dev.rbee.contract.auth;

/** Header names of our own. */
public final class Headers {
    /** On calls to a worker: the worker that is meant; another one answers 421 {@code wrong_instance}. */
    public static final String INSTANCE = "x-rbee-instance";
    /** On {@code GET /health}: a nonce; answered in {@link #PROOF}. */
    public static final String CHALLENGE = "x-rbee-challenge";
    /** With {@link #CHALLENGE}, from a worker: prove it with the key of this worker, since it does not hold the token itself. */
    public static final String CHALLENGE_FOR = "x-rbee-challenge-for";
    /** Answer to {@link #CHALLENGE}: {@link Keys#proof(String, String, int)}, one per port it is reached at, separated by commas. */
    public static final String PROOF = "x-rbee-proof";
    /** Id of a request; chosen by the caller or by the first daemon it meets, passed on to the worker. */
    public static final String REQUEST_ID = "x-request-id";
    /** On answers: the worker that made it. */
    public static final String WORKER = "x-rbee-worker";
    /** On answers: the hive of that worker. */
    public static final String HIVE = "x-rbee-hive";
    /** On answers: why it went there. */
    public static final String ROUTE = "x-rbee-route";
    /** On answers: milliseconds it waited in the queue. */
    public static final String QUEUE_MS = "x-rbee-queue-ms";
    /** On requests to the queen: go to this worker only. */
    public static final String TO_WORKER = "x-rbee-to-worker";

    private Headers() {}
}
