package dev.rbee.app.links;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Where a queen would be. Pure. */
final class Address {
    private static final int LONGEST = 300;
    private static final int MOST_PORTS = 65_535;

    private Address() {}

    /** The same; throws as {@link LinkReader#read} does for everything but a host with or without scheme and port. */
    static String checked(String text) {
        if (text.length() > LONGEST) {
            throw LinkReader.wrong("address");
        }
        if (text.contains("rbee_") || text.indexOf('@') >= 0) {
            throw LinkReader.wrong("key");
        }
        URI uri;
        try {
            uri = new URI(text.contains("://") ? text : "https://" + text);
        } catch (URISyntaxException e) {
            throw LinkReader.wrong("address");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean bare = uri.getRawPath() == null
                || uri.getRawPath().isEmpty()
                || uri.getRawPath().equals("/");
        if (!Set.of("http", "https").contains(scheme)
                || uri.getHost() == null
                || !bare
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || uri.getPort() == 0
                || uri.getPort() > MOST_PORTS) {
            throw LinkReader.wrong("address");
        }
        return text;
    }
}
