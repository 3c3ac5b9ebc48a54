package dev.rbee.http;

import java.util.Optional;

/** Decides who may come in. Called for every request but {@code GET /health}, before its handler; must not block long. */
@FunctionalInterface
public interface Gate {
    /**
     * The caller behind a bearer token.
     *
     * @param method upper case
     * @param path decoded, without query
     * @param bearer the token presented, without {@code Bearer}
     * @throws dev.rbee.contract.problem.ProblemException with {@code invalid_api_key} or {@code forbidden_scope}
     */
    Caller admit(String method, String path, Optional<String> bearer);
}
