package dev.rbee.service.boot;

import dev.rbee.service.boot.Start.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program {@code rbee} of an installation: runs commands itself and becomes {@code rbee-app} or {@code rbee-daemon}, which lie beside it
 * with Java options and start-up caches of their own, where those are meant.
 */
public final class Launcher {
    private Launcher() {}

    /** Runs one command and exits with its code, or is another program from here on. */
    public static void main(String[] args) throws IOException {
        boolean display = Display.there(System.getProperty("os.name"), System.getenv());
        Start start = Start.of(List.of(args), display);
        if (start.program() == Program.COMMAND) {
            Main.main(args);
            return;
        }
        boolean window = start.program() == Program.APPLICATION;
        if (window && !display) {
            System.err.println(Display.missing(start.words()));
            System.exit(1);
        }
        if (args.length == 0 && !window) {
            System.err.println(
                    "rbee: there is no display here, so this runs as `rbee --daemon`; `rbee --help` shows the commands");
        }
        List<String> command = new ArrayList<>();
        command.add(beside(window ? "rbee-app" : "rbee-daemon").toString());
        command.addAll(start.words());
        System.exit(Become.program(command, !window));
    }

    private static Path beside(String name) {
        Path self = Path.of(System.getProperty("jpackage.app-path", "rbee")).toAbsolutePath();
        return self.resolveSibling(File.separatorChar == '\\' ? name + ".exe" : name);
    }
}
