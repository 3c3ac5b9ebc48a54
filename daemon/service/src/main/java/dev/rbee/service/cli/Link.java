package dev.rbee.service.cli;

import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.Proof;
import dev.rbee.client.QueenClient;
import dev.rbee.client.Remote;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.net.URI;
import java.util.Optional;

/** The queen a command speaks to. */
final class Link implements AutoCloseable {
    private final Http http;
    private final Remote remote;
    private final String token;

    private Link(Http http, String url, String token) {
        this.http = http;
        this.token = token;
        this.remote = new Remote(url, () -> Credential.admin(token), http);
    }

    /** The one that was named, else this machine's own; throws {@code queen_not_found} where there is none. */
    static Link open(Root root) {
        return find(root)
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.QUEEN_NOT_FOUND,
                        "No queen runs on this machine.",
                        "Start one with `rbee --daemon` or the application, or name another one with --queen."));
    }

    /** The same, empty where none was named and none runs here. */
    static Optional<Link> find(Root root) {
        Optional<String> named = named(root);
        if (named.isPresent()) {
            return Optional.of(openNamed(root, named.get()));
        }
        return root.surroundings().daemons().localQueen().map(url -> at(root, url));
    }

    /** To a queen of this installation at that address. */
    static Link at(Root root, String url) {
        return new Link(new Http(), url, ownToken(root));
    }

    /** The address given by {@code --queen} or {@code RBEE_QUEEN}. */
    static Optional<String> named(Root root) {
        String url = root.queen != null
                ? root.queen
                : root.surroundings().environment().getOrDefault("RBEE_QUEEN", "");
        return url.isBlank() ? Optional.empty() : Optional.of(normalized(url.strip()));
    }

    private static String normalized(String url) {
        String full = url.contains("://") ? url : "http://" + url;
        try {
            URI parsed = URI.create(full);
            if (parsed.getHost() != null && (full.startsWith("http://") || full.startsWith("https://"))) {
                return full.replaceAll("/+$", "");
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new ProblemException(Problem.of(
                ProblemCode.CONFIG_INVALID,
                "\"" + url + "\" is no address of a queen.",
                "It looks like http://127.0.0.1:7833."));
    }

    /** A token given by hand goes to the named queen; our own only after that queen has proved that it knows it. */
    private static Link openNamed(Root root, String url) {
        String given = root.surroundings().environment().getOrDefault("RBEE_TOKEN", "");
        if (!given.isBlank()) {
            return new Link(new Http(), url, given.strip());
        }
        String own = ownToken(root);
        Http http = new Http();
        if (!Proof.holds(http, url, Credential.admin(own))) {
            var _ = http.call(new okhttp3.Request.Builder().url(url + "/health").build()); // unreachable says so itself
            throw ProblemException.of(
                    ProblemCode.INVALID_API_KEY,
                    "The server at " + url
                            + " did not prove that it belongs to this installation, so it gets no token.",
                    "Set RBEE_TOKEN to a token of that queen (`rbee token` over there).");
        }
        return new Link(http, url, own);
    }

    private static String ownToken(Root root) {
        String token = root.surroundings().home().existingToken();
        if (token == null) {
            throw ProblemException.of(
                    ProblemCode.INVALID_API_KEY,
                    "There is no token in " + root.surroundings().home().path() + " yet.",
                    "Set RBEE_TOKEN to a token of that queen.");
        }
        return token;
    }

    QueenClient queen() {
        return new QueenClient(remote);
    }

    Remote remote() {
        return remote;
    }

    String token() {
        return token;
    }

    /** Another server of the same installation. */
    Remote other(String url) {
        return new Remote(url, () -> Credential.admin(token), http);
    }

    @Override
    public void close() {
        http.close();
    }
}
