package dev.rbee.service.cli;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.update.UpdateStatus;
import dev.rbee.service.update.Updates;
import dev.rbee.service.update.change.Change;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rbee update}. */
@Command(
        name = "update",
        sortOptions = false,
        description = {
            "Look for a new version of rbee, and install it.",
            "Every release is checked against its signature first. The version before is kept, and comes back by itself where the new one"
                    + " does not start."
        })
final class UpdateCommand implements Callable<Integer> {
    private final Root root;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "VERSION",
            arity = "0..1",
            description = "With --install: that version; by default the newest.")
    @Nullable
    String version;

    @Option(
            names = "--check",
            description = "Ask the feed and show what there is; what this does without options, too.")
    boolean check;

    @Option(names = "--install", description = "Fetch it, check it and install it.")
    boolean install;

    @Option(names = "--rollback", description = "Go back to the version before.")
    boolean rollback;

    @Option(names = "--allow-older", description = "With --install: also a version older than this one.")
    boolean older;

    UpdateCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if ((install && rollback) || (check && (install || rollback)) || (version != null && !install)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Only one of --check, --install and --rollback can be done; a version goes with --install");
        }
        Surroundings surroundings = root.surroundings();
        Updates updates = Updates.of(
                surroundings.home(),
                surroundings.settings(Map.of()).settings(),
                surroundings.installation(),
                surroundings.environment(),
                surroundings.clock());
        updates.settle();
        if (rollback) {
            return back(updates);
        }
        try (StatusLine line = new StatusLine(root.output())) {
            line.show("asking for new versions", null);
            var _ = updates.check();
        }
        return install ? install(updates) : show(updates.status());
    }

    private int show(UpdateStatus status) {
        root.output().result(status, () -> UpdateText.of(status));
        return ExitCodes.OK;
    }

    private int install(Updates updates) {
        String wanted;
        try (StatusLine line = new StatusLine(root.output())) {
            Updates.Stop stop = new Updates.Stop();
            Runnable forget = root.surroundings().daemons().atEnd(stop::now);
            wanted = updates.download(
                    version,
                    older,
                    stop,
                    (phase, done, total) -> line.show(
                            phase + " " + Words.bytes(done) + " of " + Words.bytes(total),
                            total == 0 ? null : (double) done / total));
            forget.run();
        }
        return updates.installed().byItself() ? exchange(updates, wanted) : byCommand(updates.command(wanted), wanted);
    }

    private int exchange(Updates updates, String wanted) {
        Change change;
        try (StatusLine line = new StatusLine(root.output())) {
            line.show("unpacking and trying rbee " + wanted, null);
            updates.stage(wanted);
            change = updates.changes().install();
        }
        return done(
                change,
                "rbee " + wanted + " is installed; " + change.from() + " is kept, and `rbee update --rollback` goes"
                        + " back to it.");
    }

    private int back(Updates updates) {
        Change change = updates.changes().back();
        return done(change, "rbee " + change.from() + " is in its place again.");
    }

    private int done(Change change, String text) {
        root.output().result(change, () -> text);
        return ExitCodes.OK;
    }

    /** A package of the system: its own tool installs it, with the rights of whoever says yes. */
    private int byCommand(List<String> command, String wanted) {
        String line = String.join(" ", command);
        String text = "rbee " + wanted + " is fetched and checked. Install it by: " + line;
        Ask ask = new Ask(root.output());
        if (!ask.person()) {
            root.output().result(Map.of("version", wanted, "command", command), () -> text);
            return ExitCodes.OK;
        }
        ask.show(text);
        if (!ask.yes("Run that now?", false)) {
            return ExitCodes.OK;
        }
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            return code == 0 ? ExitCodes.OK : ExitCodes.FAILED;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.UPDATE_FAILED,
                            "Cannot run " + command.getFirst() + ": " + e.getMessage() + ".",
                            "Run as an administrator: " + line),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCodes.INTERRUPTED;
        }
    }
}
