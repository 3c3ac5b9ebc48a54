package dev.rbee.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rbee.http.gate.AdminGate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Images are large; nothing else is. */
class LargeBodyTest {
    private static final int FIVE_MIB = 5 << 20;

    @Test
    void onlyRoutesWithImagesTakeLargeBodies() throws IOException {
        try (Server server = ServerSpec.builder("test", "i", new AdminGate(Call.TOKEN))
                .images(Set.of("/v1/images"))
                .routes(routes -> routes.post("/v1/images", x -> x.json(200, x.body().length))
                        .post("/v1/plain", x -> x.json(200, x.body().length)))
                .start()) {
            for (boolean chunked : new boolean[] {false, true}) {
                assertEquals(200, post(server, "/v1/images", FIVE_MIB, chunked));
                assertEquals(413, post(server, "/v1/plain", FIVE_MIB, chunked));
                assertEquals(200, post(server, "/v1/plain", 1 << 20, chunked));
            }
        }
    }

    private static int post(Server server, String path, int bytes, boolean chunked) throws IOException {
        HttpURLConnection call = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + server.port() + path).toURL().openConnection();
        call.setRequestMethod("POST");
        call.setRequestProperty("Authorization", "Bearer " + Call.TOKEN);
        call.setDoOutput(true);
        if (chunked) {
            call.setChunkedStreamingMode(1 << 16);
        } else {
            call.setFixedLengthStreamingMode(bytes);
        }
        try (OutputStream out = call.getOutputStream()) {
            out.write(new byte[bytes]);
        }
        int status = call.getResponseCode();
        try (InputStream in = status < 400 ? call.getInputStream() : call.getErrorStream()) {
            in.readAllBytes();
        }
        return status;
    }
}
