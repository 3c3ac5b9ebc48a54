package dev.rbee.app.connect;

import dev.rbee.app.remote.Site;
import dev.rbee.app.remote.Ways;
import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.Remote;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Opens the way to any queen that is known. Thread-safe; blocks for up to half a minute. */
final class Doors {
    private final HereQueen here;
    private final String token;
    private final Http http;
    private final AddressDoor address;
    private final LoginDoor login;
    private final AtomicBoolean own = new AtomicBoolean(true);

    /** {@code token} is this installation's; {@code known} rbee's own known_hosts. */
    Doors(HereQueen here, String token, Http http, Path userHome, Path known) {
        this.here = here;
        this.token = token;
        this.http = http;
        address = new AddressDoor(http);
        login = new LoginDoor(http, userHome, known);
    }

    /** This installation, before its queen serves. */
    Site here() {
        return new Site(ConnectWords.here(), true, null, token, here::registries, Ways.DIRECT);
    }

    /** Whether this application runs this installation's queen. */
    boolean own() {
        return own.get();
    }

    /** Ends the own queen. */
    void stop() {
        here.stopQueen();
    }

    /**
     * Throws {@link dev.rbee.contract.problem.ProblemException}.
     *
     * @param accept fingerprint of a host key that the user has just accepted
     */
    Opened open(Connection to, @Nullable String accept) {
        return switch (to) {
            case Connection.Here _ -> {
                HereQueen.Serving serving = here.start();
                own.set(serving.own());
                Credential credential = Credential.admin(token);
                Remote queen = new Remote(serving.url(), () -> credential, http);
                yield new Opened(here().with(queen), Opened.Sees.ALL, null, () -> {}, action -> {});
            }
            case Connection.Address there -> address.open(there);
            case Connection.Login there -> login.open(there, accept);
        };
    }

    /** A new connection to an address, named and marked as what its key is. Throws as {@link #open}. */
    Connection.Address address(String id, String name, String typed, String key) {
        String url = AddressDoor.address(typed);
        return new Connection.Address(
                id,
                name.isBlank() ? url.replaceFirst("^https?://", "") : name.strip(),
                url,
                key,
                address.installation(url, key));
    }
}
