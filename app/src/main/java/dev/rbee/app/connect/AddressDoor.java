package dev.rbee.app.connect;

import dev.rbee.app.remote.Site;
import dev.rbee.app.remote.Ways;
import dev.rbee.app.words.Words;
import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.Remote;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Opens the way to a queen at an address. Without state; blocks for seconds. */
final class AddressDoor {
    private static final Words WORDS = Words.of(AddressDoor.class);

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Http http;

    AddressDoor(Http http) {
        this.http = http;
    }

    /**
     * As it is usually written: with {@code http://} for this machine and {@code https://} for others where nothing is said, without a path.
     * Throws {@code invalid_field}; also for other machines without TLS, where everybody on the way could read the key. Pure.
     */
    static String address(String typed) {
        String text = typed.strip();
        String bare = text.contains("://") ? text : "x://" + text;
        URI uri;
        try {
            uri = URI.create(bare);
        } catch (IllegalArgumentException e) {
            throw wrong(text);
        }
        String host = uri.getHost();
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (host == null
                || uri.getUserInfo() != null
                || !Set.of("x", "http", "https").contains(scheme)) {
            throw wrong(text);
        }
        boolean near = LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
        if (scheme.equals("http") && !near) {
            throw new ProblemException(Problem.field(
                    "url", WORDS.get("without.tls.everybody.on.the", host), WORDS.get("use.https.or.connect.over")));
        }
        String chosen = scheme.equals("x") ? (near ? "http" : "https") : scheme;
        return chosen + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    private static ProblemException wrong(String text) {
        return new ProblemException(
                Problem.field("url", "\"" + text + "\" is no address.", WORDS.get("write.it.as.https.host")));
    }

    /** Throws {@link ProblemException}: nobody there, somebody else there, the key is not known. */
    Opened open(Connection.Address to) {
        String url = address(to.url());
        String version = Queen.version(http, url);
        boolean proven = Queen.knows(http, url, to.token());
        if (!proven && to.installation()) {
            throw ProblemException.of(
                    ProblemCode.INVALID_API_KEY,
                    WORDS.get("who.answers.at.does.not", url, to.name()),
                    WORDS.get("another.program.may.have.its"));
        }
        Remote queen = new Remote(url, () -> new Credential(to.token(), to.token(), null), http);
        Opened.Sees sees = Queen.sees(queen);
        Site site = new Site(to.name(), false, queen, proven ? to.token() : null, List::of, Ways.queenOnly(to.name()));
        return new Opened(site, sees, version, () -> {}, action -> {});
    }

    /** Whether the token is the installation's: the queen proves that she knows it, without being told. Blocks. */
    boolean installation(String url, String token) {
        return Queen.knows(http, address(url), token);
    }
}
