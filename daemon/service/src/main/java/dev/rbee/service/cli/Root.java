package dev.rbee.service.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code rbee} itself, with the options of every command. */
@Command(
        name = "rbee",
        description = "The machines you own, as one private LLM service.",
        versionProvider = VersionText.class,
        sortOptions = false,
        synopsisSubcommandLabel = "[COMMAND]",
        usageHelpAutoWidth = true,
        footer = {
            "",
            "Without a command: opens the application; where there is no display, runs as --daemon.",
            "With .gguf files or rbee:// links: opens the application and shows what they are.",
            "Exit code: 0 done, 1 failed, 2 wrong arguments or settings."
        })
final class Root implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--daemon", description = "Run registry, queen and local hive without a window, until SIGTERM.")
    boolean daemon;

    @Mixin
    RunCommands.Flags flags = new RunCommands.Flags();

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Answer in JSON: one document, or one per line for what goes on.")
    boolean json;

    @Option(
            names = "--queen",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "The queen to speak to (RBEE_QUEEN; by default this machine's).")
    @Nullable
    String queen;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean version;

    Root(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Output output() {
        return new Output(surroundings.terminal(), json);
    }

    @Override
    public Integer call() {
        if (!daemon) {
            output().note(
                            "there is no display here, so this runs as `rbee --daemon`; `rbee --help` shows the commands");
        }
        return RunCommands.run(this, Daemons.Part.ALL, flags.settings("queen.port"));
    }
}
