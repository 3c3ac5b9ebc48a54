package dev.rbee.service.models.fetch;

import dev.rbee.service.settings.Settings;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * From where files may come.
 *
 * @param hub address of the hub, without a slash at its end
 * @param allowedHosts {@code host} or {@code host:port} that may have a private address and, then, plain http
 */
public record SourceRules(String hub, Set<String> allowedHosts) {
    /** The public hub. */
    public static final String PUBLIC_HUB = "https://huggingface.co";

    /** As settings and environment ({@code HF_ENDPOINT}) say. */
    public static SourceRules of(Settings.Models models, Map<String, String> environment) {
        String named = models.hub().isBlank() ? environment.getOrDefault("HF_ENDPOINT", "") : models.hub();
        String hub = named.isBlank() ? PUBLIC_HUB : named.strip().replaceFirst("/+$", "");
        return new SourceRules(
                hub,
                models.allowedHosts().stream()
                        .map(host -> host.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether that host, at that port, was named in the settings. */
    boolean allowed(String host, int port) {
        String lower = host.toLowerCase(Locale.ROOT);
        return allowedHosts.contains(lower) || allowedHosts.contains(lower + ":" + port);
    }

    /** Whether the address is the hub's own: same scheme, host and port. */
    public boolean isHub(URI address) {
        URI own = URI.create(hub);
        return String.valueOf(own.getScheme()).equalsIgnoreCase(address.getScheme())
                && String.valueOf(own.getHost()).equalsIgnoreCase(address.getHost())
                && port(own) == port(address);
    }

    static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : "http".equalsIgnoreCase(address.getScheme()) ? 80 : 443;
    }
}
