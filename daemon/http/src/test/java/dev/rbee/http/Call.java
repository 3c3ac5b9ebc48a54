package dev.rbee.http;

import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One call of a test, as a real client makes it. */
record Call(int status, String body, okhttp3.Headers headers) {
    static final OkHttpClient CLIENT = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .callTimeout(Duration.ofSeconds(20))
            .build();
    static final String TOKEN = "rbee_test";

    static Call of(Request request) throws IOException {
        try (Response response = CLIENT.newCall(request).execute()) {
            return new Call(response.code(), response.body().string(), response.headers());
        }
    }

    static Request.Builder to(Server server, String method, String path, @Nullable String body) {
        RequestBody entity = body == null ? null : RequestBody.create(body, null);
        if (entity == null && (method.equals("POST") || method.equals("PUT") || method.equals("PATCH"))) {
            entity = RequestBody.create("", null);
        }
        return new Request.Builder().url(server.url() + path).method(method, entity);
    }

    static Call admin(Server server, String method, String path, @Nullable String body) throws IOException {
        return of(to(server, method, path, body)
                .header("Authorization", "Bearer " + TOKEN)
                .build());
    }

    String code() {
        return dev.rbee.contract.json.Json.read(body, dev.rbee.contract.problem.ErrorEnvelope.class)
                .error()
                .code()
                .wire();
    }
}
