package dev.rbee.service.queen.links;

import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.RegistryClient;
import dev.rbee.client.Remote;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Passes what machines behind a tunnel announce on to the registry of this installation. Thread-safe; blocks. */
public final class RegistryRelay {
    private final Http http;
    private final Credential credential;
    private final Supplier<List<String>> registries;
    private volatile @Nullable Remote last;

    /** @param registries where the registry may be, best first */
    public RegistryRelay(Http http, Credential credential, Supplier<List<String>> registries) {
        this.http = http;
        this.credential = credential;
        this.registries = registries;
    }

    /** Calls the registry. Throws what it says, and {@code unreachable} where none answers. */
    <T> T call(Function<RegistryClient, T> call) {
        Remote known = last;
        if (known != null) {
            try {
                return call.apply(new RegistryClient(known));
            } catch (ProblemException e) {
                if (e.problem().code() != ProblemCode.UNREACHABLE) {
                    throw e;
                }
            }
        }
        return call.apply(new RegistryClient(find()));
    }

    private Remote find() {
        for (String url : registries.get()) {
            Remote remote = new Remote(url, () -> credential, http);
            if (remote.proven()) {
                last = remote;
                return remote;
            }
        }
        throw ProblemException.of(
                ProblemCode.UNREACHABLE, "No registry of this installation answers.", "rbee status tells.");
    }
}
