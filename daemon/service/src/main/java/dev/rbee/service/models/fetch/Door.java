package dev.rbee.service.models.fetch;

import dev.rbee.contract.info.Version;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The way out: every request to a source goes through here, hop by hop, each one checked, the hub's token only to the hub. HTTP/1.1, no cookies,
 * nothing sent twice. Thread-safe; calls block.
 */
public final class Door implements AutoCloseable {
    private static final int MOST_HOPS = 8;
    private static final int MOST_ERROR = 64 << 10;
    private static final String AGENT = "rbee/" + Version.CURRENT;

    private final SourceGuard guard;
    private final Proxies proxies;
    private final OkHttpClient outside;
    private final OkHttpClient fleet;

    /**
     * An answer that is one.
     *
     * @param linkedSha256 what the hub says of the file it redirects to
     * @param linkedSize likewise
     */
    record Arrival(
            Response response,
            HttpUrl address,
            @Nullable String linkedSha256,
            @Nullable Long linkedSize) implements AutoCloseable {
        @Override
        public void close() {
            response.close();
        }
    }

    /** With these rules. */
    public Door(FetchSetup setup) {
        guard = new SourceGuard(setup.rules(), setup.names());
        proxies = new Proxies(setup.environment());
        fleet = client(setup.silence()).proxy(Proxy.NO_PROXY).build();
        outside = client(setup.silence())
                .proxySelector(new Selector())
                .proxyAuthenticator((route, response) -> {
                    HttpUrl address = response.request().url();
                    String credentials = proxies.credentials(address);
                    return credentials == null || response.request().header("Proxy-Authorization") != null
                            ? null
                            : response.request()
                                    .newBuilder()
                                    .header("Proxy-Authorization", credentials)
                                    .build();
                })
                .dns(new GuardedNames(setup.names()))
                .build();
    }

    private static OkHttpClient.Builder client(Duration silence) {
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(silence)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .connectionPool(new ConnectionPool(32, 30, TimeUnit.SECONDS));
    }

    /** The rules it keeps to. */
    public SourceRules rules() {
        return guard.rules();
    }

    /** Asks a source, following its redirects; 2xx comes back, all else is a fault. A stop of {@code control} ends it. */
    Arrival get(FetchSource source, HttpUrl from, Request.Builder plan, FetchControl control) throws SourceFault {
        HttpUrl at = from;
        String sha256 = null;
        Long size = null;
        for (int hop = 0; hop <= MOST_HOPS; hop++) {
            Response response = ask(source, at, plan, control);
            if (response.isSuccessful()) {
                return new Arrival(response, at, sha256, size);
            }
            boolean redirect = response.isRedirect() && source instanceof FetchSource.Outside;
            try (response) {
                if (!redirect) {
                    throw refusal(source, at, response);
                }
                if (rules().isHub(at)) {
                    sha256 = Linked.sha256(response);
                    size = Linked.size(response);
                }
                at = next(at, response.header("Location"));
            }
        }
        throw SourceFault.lost(
                ProblemCode.SOURCE_FAILED, from.host() + " redirects without end.", "Is the address right?");
    }

    private static HttpUrl next(HttpUrl at, @Nullable String location) throws SourceFault {
        HttpUrl next = location == null ? null : at.resolve(location);
        if (next == null) {
            throw SourceFault.lost(
                    ProblemCode.SOURCE_FORBIDDEN, at.host() + " redirects to what is no web address.", null);
        }
        return next;
    }

    private Response ask(FetchSource source, HttpUrl at, Request.Builder plan, FetchControl control)
            throws SourceFault {
        Request.Builder request =
                plan.url(at).header("Accept-Encoding", "identity").header("User-Agent", AGENT);
        request.removeHeader("Authorization");
        boolean inside = source instanceof FetchSource.Fleet;
        switch (source) {
            case FetchSource.Fleet known ->
                request.header(
                        "Authorization", "Bearer " + known.credential().get().bearer());
            case FetchSource.Outside foreign -> {
                check(at);
                if (foreign.hubToken() != null && rules().isHub(at)) {
                    request.header("Authorization", "Bearer " + foreign.hubToken());
                }
            }
        }
        Call call = (inside ? fleet : outside).newCall(request.build());
        control.onStop(call::cancel);
        try {
            return call.execute();
        } catch (IOException e) {
            throw Breaks.of(at, inside, e);
        }
    }

    private void check(HttpUrl at) throws SourceFault {
        try {
            guard.check(at, !proxies.of(at).equals(Proxy.NO_PROXY));
        } catch (ProblemException e) {
            boolean offline = e.problem().code() == ProblemCode.OFFLINE;
            throw new SourceFault(offline ? SourceFault.Kind.PASSING : SourceFault.Kind.FINAL, e.problem(), null, e);
        }
    }

    private SourceFault refusal(FetchSource source, HttpUrl at, Response response) {
        return switch (source) {
            case FetchSource.Fleet _ -> Refusals.inFleet(at, response.code(), body(response));
            case FetchSource.Outside foreign
            when rules().isHub(at) ->
                Refusals.atHub(at, response.code(), response.headers(), foreign.hubToken() != null);
            case FetchSource.Outside _ -> Refusals.general(at, response.code(), response.headers());
        };
    }

    private static byte[] body(Response response) {
        try {
            return response.peekBody(MOST_ERROR).bytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** Ends idle connections. */
    @Override
    public void close() {
        outside.dispatcher().cancelAll();
        fleet.dispatcher().cancelAll();
        outside.connectionPool().evictAll();
        fleet.connectionPool().evictAll();
    }

    /** Looks names up for connections, once more with the guard's eyes. */
    private final class GuardedNames implements Dns {
        private final Dns names;

        GuardedNames(Dns names) {
            this.names = names;
        }

        @Override
        public List<InetAddress> lookup(String host) throws UnknownHostException {
            return proxies.isProxy(host) ? names.lookup(host) : guard.addresses(host);
        }
    }

    /** The environment's proxy. */
    private final class Selector extends ProxySelector {
        @Override
        public List<Proxy> select(URI address) {
            HttpUrl url = HttpUrl.get(address);
            return List.of(url == null ? Proxy.NO_PROXY : proxies.of(url));
        }

        @Override
        public void connectFailed(URI address, SocketAddress proxy, IOException e) {
            // the call fails and says so
        }
    }
}
