package dev.rbee.service.models.fetch;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/**
 * Decides which addresses may be asked: before each request, redirects included, and again for the very address that a connection goes to, so
 * that a name that means something else a moment later is worth nothing. Thread-safe; looks names up.
 */
public final class SourceGuard {
    private final SourceRules rules;
    private final Dns names;

    /** A guard with these rules and this way to look up names. */
    public SourceGuard(SourceRules rules, Dns names) {
        this.rules = rules;
        this.names = names;
    }

    /** Its rules. */
    public SourceRules rules() {
        return rules;
    }

    /**
     * Throws {@code source_forbidden} where that address may not be asked, {@code offline} where nothing has its name.
     *
     * @param proxied a proxy looks the name up: one that is not known here is no failure then
     */
    public void check(HttpUrl address, boolean proxied) {
        if (!address.username().isEmpty() || !address.password().isEmpty()) {
            throw forbidden(address, "has a user or password in it");
        }
        try {
            check(address, names.lookup(address.host()));
        } catch (UnknownHostException e) {
            if (!proxied || address.scheme().equals("http")) {
                throw ProblemException.of(
                        ProblemCode.OFFLINE,
                        "There is no host " + address.host() + " that this machine knows.",
                        "Is it online? Is the name right? Behind a proxy, set HTTPS_PROXY.");
            }
        }
    }

    private void check(HttpUrl address, List<InetAddress> found) {
        boolean named = rules.isHub(address) || rules.allowed(address.host(), address.port());
        boolean inside = found.stream().anyMatch(PrivateAddresses::contains);
        if (inside && !named) {
            throw forbidden(address, "is in a private network or on this machine");
        }
        if (address.scheme().equals("http") && !(named && plainHttp(address, found))) {
            throw forbidden(address, "is no https address");
        }
    }

    /** The hub may speak plain http on this machine only, another host that was named in its own network too. */
    private boolean plainHttp(HttpUrl address, List<InetAddress> found) {
        boolean here = found.stream().allMatch(InetAddress::isLoopbackAddress);
        return here
                || (rules.allowed(address.host(), address.port())
                        && found.stream().allMatch(PrivateAddresses::contains));
    }

    /** The addresses a connection to that host may go to; throws where one of them is none. */
    List<InetAddress> addresses(String host) throws UnknownHostException {
        List<InetAddress> found = names.lookup(host);
        if (!rules.hub().host().equals(host) && !named(host) && found.stream().anyMatch(PrivateAddresses::contains)) {
            throw new ForbiddenAddress(host);
        }
        return found;
    }

    private boolean named(String host) {
        String prefix = (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":";
        return rules.allowedHosts().stream().anyMatch(h -> h.equals(host) || h.startsWith(prefix));
    }

    private static ProblemException forbidden(HttpUrl address, String why) {
        return forbidden(address.host() + ":" + address.port(), why);
    }

    static ProblemException forbidden(String where, String why) {
        return ProblemException.of(
                ProblemCode.SOURCE_FORBIDDEN,
                "Nothing is fetched from " + where + ": it " + why + ".",
                "A host of your own network is allowed by naming it in models.allowed_hosts.");
    }

    /** A name that leads into a private network at the moment of connecting. */
    static final class ForbiddenAddress extends UnknownHostException {
        private static final long serialVersionUID = 1;

        ForbiddenAddress(String host) {
            super(host);
        }
    }
}
