package dev.rbee.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class HttpTest {
    /** Of RFC 8446: a record that begins a handshake. */
    private static final int HANDSHAKE = 22;

    @Test
    void anAddressOfHttpsIsSpokenToEncrypted() throws Exception {
        assertEquals(HANDSHAKE, firstByte("https"));
    }

    @Test
    void anAddressOfHttpIsNot() throws Exception {
        assertEquals('G', firstByte("http"));
    }

    private static int firstByte(String scheme) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
                Http http = new Http()) {
            CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> {
                try (Socket caller = server.accept()) {
                    return caller.getInputStream().read();
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            Request request = new Request.Builder()
                    .url(scheme + "://127.0.0.1:" + server.getLocalPort() + "/")
                    .build();
            ProblemException failed = assertThrows(ProblemException.class, () -> http.callSlow(request));
            assertEquals(ProblemCode.UNREACHABLE, failed.problem().code());
            return first.get();
        }
    }
}
