package dev.rbee.service.queen.nodes;

import dev.rbee.client.ssh.RemoteShell;
import java.util.List;

/** The log of a hive elsewhere. */
final class Logs {
    private Logs() {}

    /** Its last lines; empty where there is none. Blocks. */
    static List<String> tail(RemoteShell shell, String path, int lines) {
        List<String> said = shell.run(Scripts.of("log"), Site.SHORT, path, Integer.toString(Math.max(1, lines)))
                .out()
                .lines()
                .toList();
        return said.subList(said.indexOf("rbee=begin") + 1, said.size());
    }
}
