package dev.rbee.product;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A home and ports of a test's own, and every process that was started with them. */
public final class Sandbox implements AutoCloseable {
    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();
    private final List<Running> running = new CopyOnWriteArrayList<>();
    private Path assets = Image.folder().resolve("assets");

    /** A fresh home under the folder, with free ports. */
    public Sandbox(Path folder) {
        this.folder = folder;
        int[] ports = freePorts(3);
        environment.put("RBEE_HOME", home().toString());
        environment.put("RBEE_REGISTRY_PORT", Integer.toString(ports[0]));
        environment.put("RBEE_QUEEN_PORT", Integer.toString(ports[1]));
        environment.put("RBEE_LOCAL_HIVE_PORT", Integer.toString(ports[2]));
    }

    private static int[] freePorts(int count) {
        ServerSocket[] sockets = new ServerSocket[count];
        int[] ports = new int[count];
        try {
            for (int i = 0; i < count; i++) {
                sockets[i] = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ports[i] = sockets[i].getLocalPort();
            }
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("no free ports", e);
        }
        return ports;
    }

    /** Where the test may leave files. */
    public Path folder() {
        return folder;
    }

    /** Its RBEE_HOME; not made here. */
    public Path home() {
        return folder.resolve("home");
    }

    /** Models and, beside them, bundles for other machines, for what is started from now on. */
    void assets(Path other) {
        assets = other;
    }

    Path assets() {
        return assets;
    }

    /** What the processes get in their environment. */
    public Map<String, String> environment() {
        return environment;
    }

    /** The port of a part: REGISTRY, QUEEN or LOCAL_HIVE. */
    public int port(String part) {
        return Integer.parseInt(environment.get("RBEE_" + part + "_PORT"));
    }

    /** The token of the installation, once a part has made it. */
    public String token() {
        try {
            return Files.readString(home().resolve("token")).strip();
        } catch (IOException e) {
            throw new IllegalStateException("no token yet", e);
        }
    }

    /** Calls of a part of this sandbox. */
    public Api api(String part) {
        return new Api("http://127.0.0.1:" + port(part), token());
    }

    void watch(Running process) {
        running.add(process);
    }

    /** Processes on this machine that work with this home. */
    public List<ProcessHandle> processes() {
        return Leftover.ofHome(home());
    }

    /** Ends everything that was started here, children that were left behind included. */
    @Override
    public void close() {
        running.forEach(Running::close);
        processes().forEach(ProcessHandle::destroyForcibly);
    }
}
