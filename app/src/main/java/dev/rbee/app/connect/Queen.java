package dev.rbee.app.connect;

import dev.rbee.app.words.Words;
import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.Proof;
import dev.rbee.client.Remote;
import dev.rbee.contract.info.DaemonInfo;
import dev.rbee.contract.info.Health;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.net.URI;

/** What is asked of a queen before she is used. Without state; blocks. */
final class Queen {
    private static final Words WORDS = Words.of(Queen.class);

    private Queen() {}

    /** Her version. Throws {@code unreachable}, and {@code queen_not_found} where something else answers. */
    static String version(Http http, String url) {
        try {
            Health health = new Remote(url, () -> Credential.admin(""), http).health();
            if ("queen".equals(health.component())) {
                return health.version();
            }
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.UNREACHABLE || e.problem().code() == ProblemCode.TIMEOUT) {
                throw e;
            }
        }
        throw ProblemException.of(
                ProblemCode.QUEEN_NOT_FOUND,
                WORDS.get("what.answers.at.is.no", url),
                WORDS.get("look.for.the.address.that"));
    }

    /** Whether she knows that token as her installation's; it is not sent for that. */
    static boolean knows(Http http, String url, String token) {
        int port = URI.create(url).getPort();
        Credential credential = Credential.admin(token);
        return port < 0 ? Proof.holds(http, url, credential, 443) : Proof.holds(http, url, credential);
    }

    /** What the key opens. Throws {@code invalid_api_key} where it opens nothing. */
    static Opened.Sees sees(Remote queen) {
        try {
            DaemonInfo info = queen.info();
            return info.component().equals("queen") ? Opened.Sees.ALL : Opened.Sees.CHATS;
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.FORBIDDEN_SCOPE) {
                return Opened.Sees.CHATS;
            }
            if (e.problem().code() == ProblemCode.INVALID_API_KEY) {
                throw ProblemException.of(
                        ProblemCode.INVALID_API_KEY,
                        ConnectWords.WORDS.get("key.unknown"),
                        ConnectWords.WORDS.get("key.unknown.hint"));
            }
            throw e;
        }
    }
}
