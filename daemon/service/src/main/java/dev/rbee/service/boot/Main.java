package dev.rbee.service.boot;

import dev.rbee.service.cli.Shell;
import dev.rbee.service.cli.Surroundings;
import dev.rbee.service.cli.Terminal;
import dev.rbee.service.cli.VersionText;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine;

/** The program {@code rbee}: every command and every daemon but the worker. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            System.out.println(VersionText.text()); // the usual first call: not worth loading a parser for
            return;
        }
        Logging.command();
        System.exit(run(args));
    }

    private static int run(String[] args) {
        return Shell.run(surroundings(), args);
    }

    /** Every command with its options, for manuals and completions; not to be run. */
    public static CommandLine commands() {
        return Shell.commands(surroundings());
    }

    private static Surroundings surroundings() {
        Map<String, String> environment = System.getenv();
        Home home = Home.of(environment);
        return new Surroundings(
                environment,
                home,
                Installation.current(),
                Terminal.ofProcess(environment),
                InstantSource.system(),
                new ProcessDaemons(home, Installation.current()));
    }
}
