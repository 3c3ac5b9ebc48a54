package dev.rbee.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * As whom machines are logged in to.
 *
 * @param isolated the server runs in a mount name space with its own {@code passwd} and {@code shadow}
 */
record Accounts(String user, int uid, int gid, boolean isolated) {
    private static final String[] PROBE_ROOT = {"unshare", "-m", "mount", "--bind", "/etc/passwd", "/etc/passwd"};
    private static final String[] PROBE_USER = {
        "unshare",
        "-U",
        "--map-root-user",
        "-m",
        "sh",
        "-c",
        "mount --bind /etc/passwd /etc/passwd && exec unshare -U --map-user=1 true"
    };

    static Accounts find() {
        int uid = Integer.parseInt(Tool.run("id", "-u").strip());
        int gid = Integer.parseInt(Tool.run("id", "-g").strip());
        boolean isolated = Tool.works(uid == 0 ? PROBE_ROOT : PROBE_USER);
        return new Accounts(isolated ? "rbee" : Tool.run("id", "-un").strip(), uid, gid, isolated);
    }

    /** Starts the server; its log goes behind what is there. */
    Process launch(SshdOptions options, Path config, SshdFiles files) {
        ProcessBuilder builder = new ProcessBuilder(command(options, config));
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        builder.directory(options.folder.toFile())
                .redirectInput(Redirect.from(new java.io.File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(files.log().toFile()));
        try {
            if (uid == 0) {
                Files.createDirectories(Path.of("/run/sshd"));
            }
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(SshdOptions options, Path config) {
        String server = "exec \"$0\" -D -e -f \"$1\"";
        if (!isolated) {
            return List.of("/bin/sh", "-c", server, "/usr/sbin/sshd", config.toString());
        }
        String mounts = "mount --bind passwd /etc/passwd && mount --bind shadow /etc/shadow";
        if (options.smallDisk > 0) {
            mounts += " && mount -t tmpfs -o size=" + options.smallDisk + ",mode=700 disk home";
        }
        if (options.readOnlyHome) {
            mounts += " && mount --bind home home && mount -o remount,bind,ro home";
        }
        String path = "/usr/sbin/sshd";
        if (uid == 0) {
            return List.of("unshare", "-m", "/bin/sh", "-c", mounts + " && " + server, path, config.toString());
        }
        String self = "exec unshare -U --map-user=" + uid + " --map-group=" + gid + " \"$0\" -D -e -f \"$1\"";
        return List.of(
                "unshare",
                "-U",
                "--map-root-user",
                "-m",
                "/bin/sh",
                "-c",
                mounts + " && " + self,
                path,
                config.toString());
    }
}
