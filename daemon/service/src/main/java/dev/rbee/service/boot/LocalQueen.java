package dev.rbee.service.boot;

import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.Proof;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.RunFile;
import java.util.Optional;

/** Finds the queen of an installation that runs in another process. */
public final class LocalQueen {
    private LocalQueen() {}

    /**
     * A running queen that has proved that it knows the installation's token.
     *
     * @param url {@code http://127.0.0.1:7833}
     * @param token the installation's
     * @param instance of that start
     * @param pid of its process
     */
    public record Attached(String url, String token, String instance, long pid) {
        @Override
        public String toString() {
            return "Attached[" + url + "]";
        }
    }

    /** Reads what the last start wrote and asks that address for a proof; blocks for seconds at most. */
    public static Optional<Attached> find(Home home) {
        String token = home.existingToken();
        Optional<RunFile.Content> written = home.runFile("queen").read();
        if (token == null || written.isEmpty()) {
            return Optional.empty();
        }
        RunFile.Content content = written.get();
        try (Http http = new Http()) {
            return Proof.holds(http, content.url(), Credential.admin(token))
                    ? Optional.of(new Attached(content.url(), token, content.instance(), content.pid()))
                    : Optional.empty();
        }
    }
}
