package dev.rbee.service.hive;

import dev.rbee.client.Credential;
import dev.rbee.client.HiveClient;
import dev.rbee.client.Http;
import dev.rbee.client.Remote;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls of a hive as a test makes them: typed, or raw where the bad form is the point. */
final class HiveCalls {
    final HiveClient client;
    private final String url;
    private final String token;
    private final HttpClient raw = HttpClient.newHttpClient();

    HiveCalls(String url, String token) {
        this.url = url;
        this.token = token;
        this.client = new HiveClient(new Remote(url, () -> Credential.admin(token), new Http()));
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return raw.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return raw.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
