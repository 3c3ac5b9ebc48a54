package dev.rbee.feed;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code feed keygen | add | sign | verify}: the release feed, on the machine of whoever publishes rbee. */
@Command(
        name = "feed",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {FeedActions.Keygen.class, FeedActions.Add.class, FeedActions.Sign.class, FeedActions.Verify.class
        },
        description = "Make and sign the feed that announces releases.")
public final class FeedMain {
    /** Made by picocli. */
    public FeedMain() {}

    /** Exit code 0: done; 1: it could not be done; 2: wrong arguments. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** What a command says. */
    static void say(String line) {
        System.out.println(line);
    }

    static int run(String... args) {
        return new CommandLine(new FeedMain())
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    line.getErr().println("feed: " + e.getMessage());
                    return 1;
                })
                .execute(args);
    }
}
