package dev.rbee.service.queen.hives;

import dev.rbee.client.Credential;
import dev.rbee.client.HiveClient;
import dev.rbee.client.Http;
import dev.rbee.client.Remote;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;

/** Calls of hives, each of which proves itself before it gets the token. Thread-safe; blocks. */
public final class HiveDoor {
    private final Http http;
    private final Credential credential;

    /** With the installation's token. */
    public HiveDoor(Http http, String token) {
        this.http = http;
        this.credential = Credential.admin(token);
    }

    /** The hive at that address. Throws {@code unreachable} where none of this installation answers. */
    public HiveClient at(String url) {
        Remote remote = new Remote(url, () -> credential, http);
        if (!remote.proven()) {
            throw ProblemException.of(
                    ProblemCode.UNREACHABLE,
                    "No hive of this installation answers at " + url + ".",
                    "rbee hive list shows the hives' states.");
        }
        return new HiveClient(remote);
    }

    /** The hive. Throws {@code hive_offline} where it is, {@code unreachable} where it does not answer. */
    public HiveClient of(HiveInfo hive) {
        if (!hive.online()) {
            throw ProblemException.of(
                    ProblemCode.HIVE_OFFLINE,
                    "Hive " + hive.id() + " is " + hive.status().wire() + ".",
                    "Start it: rbee hive start " + hive.id());
        }
        return at(hive.url());
    }

    /** True where a hive of this installation answers there. */
    boolean answers(String url) {
        return new Remote(url, () -> credential, http).proven();
    }
}
