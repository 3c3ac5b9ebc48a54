package dev.rbee.app.instance;

import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where later starts knock: a port of loopback that listens to whoever knows the secret. Thread-safe. */
final class Door implements AutoCloseable {
    static final String WELCOME = "shown";
    static final int MOST_BYTES = 1024 * 1024;
    static final int PATIENCE_MS = 5_000;
    private static final int MOST_WAITING = 16;
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private final String secret;
    private final ServerSocket socket;
    private final List<List<String>> waiting = new ArrayList<>();
    private @Nullable Consumer<List<String>> listener;

    Door(String secret) throws IOException {
        this.secret = secret;
        socket = new ServerSocket(0, MOST_WAITING, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        Thread.ofVirtual().name("rbee-app-door").start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    void onCall(Consumer<List<String>> to) {
        List<List<String>> before;
        synchronized (waiting) {
            listener = to;
            before = List.copyOf(waiting);
            waiting.clear();
        }
        before.forEach(to);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().name("rbee-app-caller").start(() -> serve(caller));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.warn("a later start could not be heard: {}", e.toString());
                }
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            caller.setSoTimeout(PATIENCE_MS);
            byte[] line = Line.read(caller.getInputStream(), MOST_BYTES);
            Call call = Json.read(line, Call.class);
            if (call.secret() == null || call.arguments() == null || !Keys.same(call.secret(), secret)) {
                LOG.warn("a caller without the right secret was turned away");
                return;
            }
            hand(List.copyOf(call.arguments()));
            caller.getOutputStream().write((WELCOME + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException | ProblemException e) {
            LOG.warn("a caller was not understood: {}", e.getMessage());
        }
    }

    private void hand(List<String> arguments) {
        Consumer<List<String>> to;
        synchronized (waiting) {
            to = listener;
            if (to == null && waiting.size() < MOST_WAITING) {
                waiting.add(arguments);
            }
        }
        if (to != null) {
            to.accept(arguments);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.warn("the port of later starts could not be closed: {}", e.toString());
        }
    }
}
