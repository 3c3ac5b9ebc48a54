package dev.rbee.service.models.fetch;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.settings.Settings;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * From where files may come.
 *
 * @param hub address of the hub
 * @param allowedHosts {@code host} or {@code host:port} that may have a private address and, then, plain http
 */
public record SourceRules(HttpUrl hub, Set<String> allowedHosts) {
    /** The public hub. */
    public static final String PUBLIC_HUB = "https://huggingface.co";

    /** As settings and environment ({@code HF_ENDPOINT}) say. Throws {@code config_invalid} for a hub that is no address. */
    public static SourceRules of(Settings.Models models, Map<String, String> environment) {
        String named = models.hub().isBlank() ? environment.getOrDefault("HF_ENDPOINT", "") : models.hub();
        return of(named.isBlank() ? PUBLIC_HUB : named.strip(), Set.copyOf(models.allowedHosts()));
    }

    /** That hub, those hosts. Throws {@code config_invalid} for a hub that is no address. */
    public static SourceRules of(String hub, Set<String> allowedHosts) {
        HttpUrl address = HttpUrl.parse(hub);
        if (address == null
                || !address.username().isEmpty()
                || !address.password().isEmpty()) {
            throw ProblemException.of(
                    ProblemCode.CONFIG_INVALID,
                    "The address of the hub is no address.",
                    "Set models.hub or HF_ENDPOINT to one like " + PUBLIC_HUB + ".");
        }
        return new SourceRules(
                address,
                allowedHosts.stream()
                        .map(host -> host.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether that host was named in the settings, with any port or this one. */
    boolean allowed(String host, int port) {
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return allowedHosts.contains(host) || allowedHosts.contains(shown) || allowedHosts.contains(shown + ":" + port);
    }

    /** Whether the address is the hub's own: same scheme, host and port. */
    public boolean isHub(HttpUrl address) {
        return hub.scheme().equals(address.scheme())
                && hub.host().equals(address.host())
                && hub.port() == address.port();
    }

    /** An address at the hub. */
    public HttpUrl.Builder at(String path) {
        return hub.newBuilder().addPathSegments(path.startsWith("/") ? path.substring(1) : path);
    }
}
