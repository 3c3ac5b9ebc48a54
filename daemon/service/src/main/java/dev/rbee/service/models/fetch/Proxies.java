package dev.rbee.service.models.fetch;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The proxy that the environment names ({@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY}, {@code NO_PROXY}). Pure. */
final class Proxies {
    private final @Nullable HttpUrl https;
    private final @Nullable HttpUrl http;
    private final List<String> except;

    Proxies(Map<String, String> environment) {
        https = proxy(first(environment, "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"));
        http = proxy(first(environment, "http_proxy", "ALL_PROXY", "all_proxy"));
        except = Arrays.stream(first(environment, "NO_PROXY", "no_proxy").split("[,\\s]+", -1))
                .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
                .filter(host -> !host.isEmpty())
                .toList();
    }

    private static String first(Map<String, String> environment, String... names) {
        return Arrays.stream(names)
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("")
                .strip();
    }

    private static @Nullable HttpUrl proxy(String text) {
        if (text.isEmpty()) {
            return null;
        }
        HttpUrl url = HttpUrl.parse(text.contains("://") ? text : "http://" + text);
        if (url == null || !url.scheme().equals("http")) {
            throw ProblemException.of(
                    ProblemCode.CONFIG_INVALID,
                    "HTTPS_PROXY names no proxy that rbee can use.",
                    "Write http://host:port.");
        }
        return url;
    }

    /** For that address; {@link Proxy#NO_PROXY} where it is asked directly. */
    Proxy of(HttpUrl address) {
        HttpUrl proxy = url(address);
        return proxy == null
                ? Proxy.NO_PROXY
                : new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
    }

    /** What that proxy wants to be told; null where nothing. */
    @Nullable
    String credentials(HttpUrl address) {
        HttpUrl proxy = url(address);
        return proxy == null || proxy.username().isEmpty()
                ? null
                : Credentials.basic(proxy.username(), proxy.password());
    }

    /** Whether that host is a proxy of ours: where it is, is for the environment to say. */
    boolean isProxy(String host) {
        return (https != null && https.host().equals(host))
                || (http != null && http.host().equals(host));
    }

    private @Nullable HttpUrl url(HttpUrl address) {
        return excepted(address) ? null : address.isHttps() ? https : http;
    }

    private boolean excepted(HttpUrl address) {
        String host = address.host();
        return host.equals("localhost")
                || host.equals("::1")
                || host.startsWith("127.")
                || except.stream()
                        .anyMatch(e -> e.equals("*")
                                || host.equals(e)
                                || (host + ":" + address.port()).equals(e)
                                || host.endsWith("." + e));
    }
}
