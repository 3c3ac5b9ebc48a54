package dev.rbee.app.remote;

import dev.rbee.app.words.Words;
import dev.rbee.client.Credential;
import dev.rbee.client.Remote;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;

/** The queen of the moment and what belongs to her; there may be none. Thread-safe. */
public final class Queens {
    private static final Words WORDS = Words.of(Queens.class);

    private volatile Site current;

    /** Connected to that at first. */
    public Queens(Site first) {
        current = first;
    }

    /** From now on this one. */
    public void use(Site site) {
        current = site;
    }

    /** What the application is connected to, whether it answers or not. */
    public Site site() {
        return current;
    }

    /** The queen, whether she answers or not. Throws {@code unreachable} where there is none. */
    public Remote get() {
        Remote queen = site().queen();
        if (queen == null) {
            throw ProblemException.of(
                    ProblemCode.UNREACHABLE, WORDS.get("there.is.no.queen.at"), WORDS.get("start.it.in.the.bar"));
        }
        return queen;
    }

    /** What opens registry and hives of the queen's installation. Throws {@code forbidden_scope} where only a user's key is known. */
    public Credential admin() {
        return Credential.admin(token());
    }

    /** What opens that worker straight. Throws as {@link #admin}. */
    public Credential worker(String id) {
        return Credential.toWorker(token(), id);
    }

    private String token() {
        Site site = site();
        String token = site.token();
        if (token == null) {
            throw ProblemException.of(
                    ProblemCode.FORBIDDEN_SCOPE,
                    WORDS.get("the.key.for.opens.its", site.name()),
                    WORDS.get("connect.with.the.installation.s"));
        }
        return token;
    }
}
