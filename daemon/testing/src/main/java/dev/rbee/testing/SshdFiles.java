package dev.rbee.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of one machine: keys, {@code sshd_config}, accounts, and the script that every command goes through. */
final class SshdFiles {
    private static final List<String> SFTP = List.of(
            "/usr/lib/openssh/sftp-server",
            "/usr/libexec/openssh/sftp-server",
            "/usr/lib/ssh/sftp-server",
            "/usr/libexec/sftp-server");

    private final SshdOptions options;
    private final Path folder;

    SshdFiles(SshdOptions options) {
        this.options = options;
        folder = options.folder;
    }

    Path home() {
        return folder.resolve("home");
    }

    Path hostKey() {
        return folder.resolve("host_key");
    }

    Path log() {
        return folder.resolve("sshd.log");
    }

    static boolean sftpServer() {
        return SFTP.stream().anyMatch(p -> Files.isExecutable(Path.of(p)));
    }

    /** Everything but the configuration. */
    void make() {
        try {
            Files.createDirectories(home());
            Files.write(log(), new byte[0]);
            Files.writeString(folder.resolve("authorized_keys"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        newHostKey();
        write("command.sh", command(), "rwxr-xr-x");
    }

    void newHostKey() {
        delete(hostKey());
        keyPair(hostKey(), "");
    }

    /** Makes a key file; its public half lies beside it. */
    static Path keyPair(Path file, String passphrase) {
        Tool.run("ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-C", "test", "-f", file.toString());
        return file;
    }

    void authorize(Path key) {
        try {
            String all = Files.readString(folder.resolve("authorized_keys")) + Files.readString(Path.of(key + ".pub"));
            write("authorized_keys", all, "rw-------");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Listens on every interface's forwards if a client asks for that, so that tests see who asks. */
    Path config(int port, String user) {
        String text = """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s
                AuthorizedKeysFile %s
                StrictModes no
                UsePAM no
                PubkeyAuthentication %s
                PasswordAuthentication %s
                KbdInteractiveAuthentication no
                PermitRootLogin yes
                AllowUsers %s
                PidFile none
                UseDNS no
                MaxStartups 200
                MaxSessions 200
                LoginGraceTime 30
                AllowTcpForwarding yes
                GatewayPorts clientspecified
                X11Forwarding no
                PrintMotd no
                LogLevel VERBOSE
                Subsystem sftp internal-sftp
                ForceCommand %s
                """.formatted(
                        port,
                        hostKey(),
                        folder.resolve("authorized_keys"),
                        options.keyLogin ? "yes" : "no",
                        options.password == null ? "no" : "yes",
                        user,
                        folder.resolve("command.sh"));
        if (Tool.run("ssh", "-V").matches("(?s)OpenSSH_(9\\.([89]|[1-9]\\d)|[1-9]\\d).*")) {
            text += "PerSourcePenalties no\n";
        }
        return write("sshd_config", text + options.more, "rw-------");
    }

    /** {@code passwd} and {@code shadow} of the machine: this process's user under another name, with the home as its home. */
    void accounts(int uid, int gid, String user) {
        String own = user + ":x:" + uid + ":" + gid + "::" + home() + ":/bin/sh\n";
        try (Stream<String> lines = Files.lines(Path.of("/etc/passwd"))) {
            String others =
                    lines.filter(l -> !l.matches("[^:]*:[^:]*:" + uid + ":.*")).collect(Collectors.joining("\n"));
            write("passwd", others + "\n" + own, "rw-r--r--");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String password = options.password;
        String hash = password == null
                ? "*"
                : Tool.runWith(password + "\n", "openssl", "passwd", "-6", "-stdin")
                        .strip();
        write("shadow", user + ":" + hash + ":20000:0:99999:7:::\n", "rw-------");
    }

    private String command() {
        StringBuilder b = new StringBuilder("#!/bin/sh\n");
        b.append("unset XDG_RUNTIME_DIR DBUS_SESSION_BUS_ADDRESS MAIL\n");
        b.append("HOME=").append(quoted(home().toString())).append("; export HOME\n");
        options.environment.forEach((k, v) -> b.append(k)
                .append('=')
                .append(quoted(v))
                .append("; export ")
                .append(k)
                .append('\n'));
        String path = options.prependedPath;
        if (path != null) {
            b.append("PATH=").append(quoted(path)).append(":$PATH; export PATH\n");
        }
        if (options.fileSizeLimit > 0) {
            b.append("trap '' XFSZ\nulimit -f ")
                    .append(options.fileSizeLimit / 512)
                    .append('\n');
        }
        b.append("cd \"$HOME\" || exit 1\n");
        String sftp = SFTP.stream()
                .filter(p -> Files.isExecutable(Path.of(p)))
                .findFirst()
                .orElse("/bin/false");
        return b.append("""
                case "$SSH_ORIGINAL_COMMAND" in
                '') exec /bin/sh ;;
                internal-sftp*) exec %s ;;
                *) exec /bin/sh -c "$SSH_ORIGINAL_COMMAND" ;;
                esac
                """.formatted(sftp)).toString();
    }

    private Path write(String name, String text, String rights) {
        try {
            Path file = folder.resolve(name);
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path key) {
        try {
            Files.deleteIfExists(key);
            Files.deleteIfExists(Path.of(key + ".pub"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
