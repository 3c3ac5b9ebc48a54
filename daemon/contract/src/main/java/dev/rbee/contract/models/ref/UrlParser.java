package dev.rbee.contract.models.ref;

import dev.rbee.contract.models.ref.ModelRef.Url;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** References to files of web servers. Pure. */
final class UrlParser {
    private static final Set<String> HUB = Set.of("huggingface.co", "www.huggingface.co", "hf.co");

    private UrlParser() {}

    static ModelRef parse(String text) {
        URI uri = uri(text);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean https = uri.getScheme().equalsIgnoreCase("https");
        if (https && HUB.contains(host) && uri.getPort() < 0 && !uri.getPath().isEmpty()) {
            String path = uri.getPath().substring(1);
            return HubParser.parse(text, path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        }
        String path = uri.getRawPath();
        if (!path.toLowerCase(Locale.ROOT).endsWith(".gguf")) {
            throw RefParser.wrong(text, "is no address of a model file", "Its path has to end in .gguf.");
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        Url url = new Url((https ? "https" : "http") + "://" + host + port + path + query);
        if (!goodName(url.fileName())) {
            throw RefParser.wrong(text, "has no good file name at its end", "Give it one that ends in .gguf.");
        }
        return url;
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text).normalize();
            if (uri.getHost() == null || uri.getPath() == null || uri.getPort() > 65_535 || uri.getPort() == 0) {
                throw RefParser.wrong(text, "names no server", "Write https://host/path/file.gguf.");
            }
            if (uri.getRawUserInfo() != null) {
                throw RefParser.wrong(
                        withoutUser(text), "has a user or password in it", "Addresses go into logs; leave it out.");
            }
            if (List.of(uri.getPath().split("[/\\\\]", -1)).contains("..")) {
                throw RefParser.wrong(text, "leads out of its own folder", "Write the plain path.");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw RefParser.wrong(text, "is no address", "Write https://host/path/file.gguf; spaces as %20.");
        }
    }

    private static String withoutUser(String text) {
        return text.replaceFirst("//[^/]*@", "//***@");
    }

    private static boolean goodName(String name) {
        return name.length() > ".gguf".length()
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))
                && !name.startsWith(".");
    }

    static String fileName(String url) {
        String path = URI.create(url).getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
