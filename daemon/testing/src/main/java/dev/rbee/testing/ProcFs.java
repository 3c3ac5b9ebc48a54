package dev.rbee.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** What {@code /proc} says about processes and the ports they listen on. Processes that end meanwhile are left out. */
final class ProcFs {
    private static final Path PROC = Path.of("/proc");

    private ProcFs() {}

    /**
     * A listening socket.
     *
     * @param address as text, {@code 0.0.0.0}
     */
    record Listener(String address, int port, boolean loopback) {}

    /** Processes in whose environment this folder stands. */
    static List<Long> of(Path home) {
        List<Long> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : all) {
                if (mentions(process.resolve("environ"), home.toString())) {
                    found.add(Long.parseLong(process.getFileName().toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static boolean mentions(Path environ, String home) {
        String text;
        try {
            text = new String(Files.readAllBytes(environ), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return false;
        }
        for (int at = text.indexOf(home); at >= 0; at = text.indexOf(home, at + 1)) {
            int end = at + home.length();
            if (end == text.length() || "\0/:".indexOf(text.charAt(end)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The short name, empty where it has gone. */
    static String name(long pid) {
        try {
            return Files.readString(PROC.resolve(pid + "/comm")).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Where these processes listen on TCP. */
    static List<Listener> listeners(Collection<Long> pids) {
        Set<String> sockets = new HashSet<>();
        for (long pid : pids) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(PROC.resolve(pid + "/fd"))) {
                for (Path fd : all) {
                    sockets.add(Files.readSymbolicLink(fd).toString());
                }
            } catch (IOException e) {
                // it ended meanwhile
            }
        }
        List<Listener> found = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            try {
                for (String line : Files.readAllLines(PROC.resolve("net/" + table))) {
                    String[] c = line.strip().split("\\s+");
                    if (c.length > 9 && c[3].equals("0A") && sockets.contains("socket:[" + c[9] + "]")) {
                        found.add(listener(c[1]));
                    }
                }
            } catch (IOException e) {
                // no such protocol here
            }
        }
        return found;
    }

    private static Listener listener(String field) {
        String hex = field.substring(0, field.indexOf(':'));
        int port = Integer.parseInt(field.substring(field.indexOf(':') + 1), 16);
        byte[] raw = HexFormat.of().parseHex(hex);
        byte[] address = new byte[raw.length];
        for (int i = 0; i < raw.length; i++) {
            address[i] = raw[(i & ~3) + 3 - (i & 3)];
        }
        try {
            var inet = java.net.InetAddress.getByAddress(address);
            return new Listener(inet.getHostAddress(), port, inet.isLoopbackAddress());
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException(hex, e);
        }
    }
}
