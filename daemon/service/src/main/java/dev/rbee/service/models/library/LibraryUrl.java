package dev.rbee.service.models.library;

import dev.rbee.client.Http;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The address that {@code models.library_url} names: https, or plain http on loopback; redirects are not followed. Thread-safe. */
public final class LibraryUrl implements LibrarySource {
    private final Http http;
    private final String url;

    /** Throws {@link IllegalArgumentException} for an address that may not be one. */
    public LibraryUrl(Http http, String url) {
        URI address = URI.create(url);
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(address.getHost());
        boolean loopback = host.equals("127.0.0.1") || host.equals("[::1]") || host.equals("localhost");
        if (address.getHost() == null
                || address.getUserInfo() != null
                || !(scheme.equals("https") || (scheme.equals("http") && loopback))) {
            throw new IllegalArgumentException("models.library_url is no https address: " + url);
        }
        this.http = http;
        this.url = url;
    }

    @Override
    public @Nullable Fetched fetch(@Nullable String etag) throws IOException {
        Request.Builder request = new Request.Builder().url(url);
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        Call call = http.stream(request.build(), Http.QUICK);
        try (Response response = call.execute()) {
            if (response.code() == 304) {
                return null;
            }
            if (response.code() != 200) {
                throw new IOException(url + " answered " + response.code());
            }
            byte[] body = response.body().byteStream().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw new IOException(url + " is larger than " + LARGEST + " bytes");
            }
            return new Fetched(body, response.header("ETag"));
        }
    }
}
