package dev.rbee.service.hive.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Speaks to {@link BadChild}. */
final class LineDoor implements WorkerDoor {
    @Override
    public boolean loaded(WorkerPlan plan, int port) throws IOException {
        return "ok".equals(ask("health", port));
    }

    @Override
    public void announce(WorkerPlan plan, int port) throws IOException {
        ask("announce", port);
    }

    @Override
    public void shutdown(WorkerPlan plan, int port, Duration grace) throws IOException {
        ask("shutdown", port);
    }

    private static String ask(String word, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            return line == null ? "" : line;
        }
    }
}
