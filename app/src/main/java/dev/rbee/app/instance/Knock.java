package dev.rbee.app.instance;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Knocks at the door of the first one. */
final class Knock {
    private static final int TRIES = 50;
    private static final int PAUSE_MS = 100;

    private final Path plate;

    Knock(Path plate) {
        this.plate = plate;
    }

    /** The first one may have only just taken the lock, so this tries for some seconds. */
    boolean knock(List<String> arguments) {
        for (int i = 0; i < TRIES; i++) {
            if (once(arguments)) {
                return true;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private boolean once(List<String> arguments) {
        try (Socket socket = new Socket()) {
            Doorplate door = Json.read(Files.readAllBytes(plate), Doorplate.class);
            socket.connect(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), door.port()),
                    Door.PATIENCE_MS);
            socket.setSoTimeout(Door.PATIENCE_MS);
            String call = Json.write(new Call(door.secret(), arguments)) + "\n";
            socket.getOutputStream().write(call.getBytes(StandardCharsets.UTF_8));
            String answer =
                    new String(Line.read(socket.getInputStream(), Door.WELCOME.length() + 1), StandardCharsets.UTF_8);
            return answer.equals(Door.WELCOME);
        } catch (IOException | ProblemException e) {
            return false;
        }
    }
}
