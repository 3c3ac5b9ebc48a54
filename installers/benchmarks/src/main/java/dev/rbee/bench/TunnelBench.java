package dev.rbee.bench;

import dev.rbee.client.ssh.HostKeys;
import dev.rbee.client.ssh.SshLogin;
import dev.rbee.client.ssh.SshSession;
import dev.rbee.client.ssh.SshTarget;
import dev.rbee.testing.Sshd;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** What the way through SSH costs: the same servers asked on loopback and through a tunnel of a real OpenSSH server, in turns. */
final class TunnelBench implements Main.Bench {
    private static final int ROUND_TRIPS = 3000;
    private static final int ROUNDS = 5;
    private static final int MEGABYTES = 128;

    private final StampLoad load = new StampLoad();

    @Override
    public Table run(Path folder) throws Exception {
        Table table =
                new Table("Tunnel: through SSH against loopback", "what", "loopback", "through SSH", "added / share");
        try (Sshd machine = Sshd.start(Files.createDirectories(folder.resolve("machine")));
                SshSession session = connect(machine, folder);
                ByteServer bytes = new ByteServer();
                StampWorker worker = new StampWorker()) {
            int port = session.forwardLocal(bytes.port());
            roundTrips(bytes.port());
            roundTrips(port);
            Figures direct = roundTrips(bytes.port());
            Figures tunnelled = roundTrips(port);
            table.row(
                    "a byte there and back, p50 / p99",
                    milliseconds(direct),
                    milliseconds(tunnelled),
                    Figures.two(tunnelled.median() - direct.median()) + " / "
                            + Figures.two(tunnelled.at(0.99) - direct.at(0.99)) + " ms");
            tokens(table, worker, session);
            connections(table, bytes.port(), port);
            speeds(table, bytes.port(), port);
            upload(table, session, folder);
        }
        return table;
    }

    private static SshSession connect(Sshd machine, Path folder) {
        SshTarget target =
                new SshTarget("127.0.0.1", machine.port(), machine.user(), List.of(machine.key()), List.of());
        HostKeys keys = new HostKeys(folder.resolve("known_hosts"), null);
        return SshSession.connect(target, new SshLogin(null, null, false), keys, machine.fingerprint());
    }

    private static Socket open(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static Figures roundTrips(int port) throws IOException {
        double[] times = new double[ROUND_TRIPS];
        try (Socket socket = open(port)) {
            socket.getOutputStream().write(ByteServer.ECHO);
            for (int i = 0; i < ROUND_TRIPS; i++) {
                long start = System.nanoTime();
                socket.getOutputStream().write('x');
                if (socket.getInputStream().read() != 'x') {
                    throw new IllegalStateException("no echo");
                }
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return new Figures(times);
    }

    private void tokens(Table table, StampWorker worker, SshSession session) throws InterruptedException {
        String there = "http://127.0.0.1:" + session.forwardLocal(worker.port());
        load.round(worker.url(), "x", 20);
        load.round(there, "x", 20);
        for (int streams : new int[] {1, 50, 200}) {
            Figures direct = load.round(worker.url(), "x", streams);
            Figures tunnelled = load.round(there, "x", streams);
            table.row(
                    "a token, 20 a second, " + streams + (streams == 1 ? " stream" : " streams") + ", p50 / p99",
                    milliseconds(direct),
                    milliseconds(tunnelled),
                    Figures.two(tunnelled.median() - direct.median()) + " / "
                            + Figures.two(tunnelled.at(0.99) - direct.at(0.99)) + " ms");
        }
    }

    /** Opened one after the other, each asked for one byte. */
    private static void connections(Table table, int direct, int tunnel) throws IOException {
        Figures before = opened(direct);
        Figures through = opened(tunnel);
        table.row(
                "a new connection and its first byte, p50 / p99",
                milliseconds(before),
                milliseconds(through),
                Figures.two(through.median() - before.median()) + " / "
                        + Figures.two(through.at(0.99) - before.at(0.99)) + " ms");
    }

    private static Figures opened(int port) throws IOException {
        double[] times = new double[200];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            try (Socket socket = open(port)) {
                socket.getOutputStream().write(new byte[] {ByteServer.ECHO, 'x'});
                if (socket.getInputStream().read() != 'x') {
                    throw new IllegalStateException("no echo");
                }
            }
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        return new Figures(times);
    }

    private static void speeds(Table table, int direct, int tunnel) throws IOException {
        for (byte what : new byte[] {ByteServer.SEND, ByteServer.TAKE}) {
            double[] before = new double[ROUNDS];
            double[] through = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                before[i] = megabytesPerSecond(direct, what);
                through[i] = megabytesPerSecond(tunnel, what);
            }
            Figures a = new Figures(before);
            Figures b = new Figures(through);
            table.row(
                    MEGABYTES + " MB " + (what == ByteServer.SEND ? "from there" : "to there") + " through a tunnel",
                    a.spread("MB/s"),
                    b.spread("MB/s"),
                    Figures.two(b.median() / a.median()));
        }
    }

    private static double megabytesPerSecond(int port, byte what) throws IOException {
        byte[] block = new byte[1 << 16];
        long start = System.nanoTime();
        try (Socket socket = open(port)) {
            socket.getOutputStream().write(what);
            long left = MEGABYTES * 1_000_000L;
            socket.getOutputStream()
                    .write(java.nio.ByteBuffer.allocate(8).putLong(left).array());
            while (left > 0) {
                if (what == ByteServer.SEND) {
                    left -= socket.getInputStream().read(block);
                } else {
                    socket.getOutputStream().write(block, 0, (int) Math.min(left, block.length));
                    left -= block.length;
                }
            }
            if (what == ByteServer.TAKE && socket.getInputStream().read() != '.') {
                throw new IllegalStateException("not everything came");
            }
        }
        return MEGABYTES / ((System.nanoTime() - start) / 1e9);
    }

    private static void upload(Table table, SshSession session, Path folder) throws IOException {
        byte[] content = new byte[MEGABYTES * 1_000_000];
        new Random(7).nextBytes(content);
        Path file = Files.write(folder.resolve("bundle"), content);
        double[] speeds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            String name = "~/bundle-" + i;
            long start = System.nanoTime();
            session.upload(file, name, n -> {}, () -> false);
            speeds[i] = MEGABYTES / ((System.nanoTime() - start) / 1e9);
            session.run("rm -f bundle-*", java.time.Duration.ofMinutes(1));
        }
        table.row(MEGABYTES + " MB uploaded as a file (SFTP)", "", new Figures(speeds).spread("MB/s"), "");
    }

    private static String milliseconds(Figures figures) {
        return Figures.two(figures.median()) + " / " + Figures.two(figures.at(0.99)) + " ms";
    }
}
