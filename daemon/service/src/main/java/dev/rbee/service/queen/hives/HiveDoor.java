package dev.rbee.service.queen.hives;

import dev.rbee.client.Credential;
import dev.rbee.client.HiveClient;
import dev.rbee.client.Http;
import dev.rbee.client.Remote;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.function.UnaryOperator;

/** Calls of hives, each of which proves itself before it gets its secret. Thread-safe; blocks. */
public final class HiveDoor {
    private final Http http;
    private final UnaryOperator<String> secrets;

    /** @param secrets of hives by id: the installation's token, or the node key of a linked machine's hive */
    public HiveDoor(Http http, UnaryOperator<String> secrets) {
        this.http = http;
        this.secrets = secrets;
    }

    /** That hive at that address. Throws {@code unreachable} where another program answers, or none. */
    public HiveClient at(String id, String url) {
        Remote remote = remote(id, url);
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
        return at(hive.id(), hive.url());
    }

    /** True where it answers there. */
    boolean answers(HiveInfo hive) {
        return remote(hive.id(), hive.url()).proven();
    }

    private Remote remote(String id, String url) {
        String secret = secrets.apply(id);
        return new Remote(url, () -> Credential.admin(secret), http);
    }
}
