package dev.rbee.client;

import dev.rbee.contract.auth.Headers;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.problem.ProblemException;
import java.net.URI;
import java.util.Arrays;
import java.util.UUID;
import okhttp3.Request;

/**
 * Has a server prove that it is one of this installation before it gets a token: ports found by default or in a cache may belong to
 * somebody else by now.
 */
public final class Proof {
    private static final int MOST = 8;

    private Proof() {}

    /** Sends a fresh challenge to /health and checks the answer; blocks. False where nobody answers, too. */
    public static boolean holds(Http http, String base, Credential credential) {
        return holds(http, base, credential, URI.create(base).getPort());
    }

    /** The same where the way goes through a tunnel: {@code port} is the one the server itself listens on. */
    public static boolean holds(Http http, String base, Credential credential, int port) {
        String challenge = UUID.randomUUID().toString();
        Request.Builder request = new Request.Builder().url(base + "/health").header(Headers.CHALLENGE, challenge);
        String worker = credential.proofFor();
        if (worker != null) {
            request.header(Headers.CHALLENGE_FOR, worker);
        }
        try {
            Reply reply = http.call(request.build());
            String proofs = reply.headers().get(Headers.PROOF);
            return reply.ok() && proofs != null && among(proofs, Keys.proof(credential.proofSecret(), challenge, port));
        } catch (ProblemException e) {
            return false;
        }
    }

    /** A server behind a tunnel proves itself for its own port and for the one it is reached at. */
    private static boolean among(String proofs, String right) {
        return Arrays.stream(proofs.split(",", MOST)).anyMatch(proof -> Keys.same(proof.strip(), right));
    }
}
