package dev.rbee.service.update.change;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.update.UpdateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts {@link ChangeMain} from the keeper. Blocks shortly where nothing else is said. */
public final class ChangeProcess {
    private final Slots slots;
    private final UpdateFolder folder;
    private final Home home;
    private final Installation installation;

    /** For that installation and that home. */
    public ChangeProcess(Slots slots, UpdateFolder folder, Home home, Installation installation) {
        this.slots = slots;
        this.folder = folder;
        this.home = home;
        this.installation = installation;
    }

    /** Does {@code install} or {@code back} when everything has ended, and starts {@code then}; returns at once. */
    public void afterwards(String what, @Nullable String then) throws IOException {
        List<String> command = command(what);
        if (then != null) {
            command.add("then=" + then);
        }
        start(command).getOutputStream().close();
    }

    /** Installs or goes back while this process looks on. Blocks until it is done; throws where it is not. */
    public Change now(String what) throws IOException, InterruptedException {
        List<String> command = command(what);
        command.add("but=" + ProcessHandle.current().pid());
        ProcessHandle.current().parent().ifPresent(parent -> command.add("but=" + parent.pid()));
        int code = start(command).waitFor();
        Change after = Change.read(folder.change()).orElse(null);
        if (code == 0 && after != null) {
            return after;
        }
        switch (code) {
            case ChangeMain.BUSY ->
                throw ProblemException.of(
                        ProblemCode.UPDATE_REFUSED,
                        "rbee is running, so its version cannot be exchanged.",
                        "Quit the application or stop the daemon, and try again; a version that waits is also installed"
                                + " when the application is quit.");
            case ChangeMain.KEPT ->
                throw ProblemException.of(
                        ProblemCode.UPDATE_FAILED,
                        after == null || after.why() == null ? "The new version does not start here." : after.why(),
                        "The version that runs stays. " + folder.log() + " has more.");
            case ChangeMain.NOTHING ->
                throw ProblemException.of(
                        ProblemCode.UPDATE_REFUSED,
                        what.equals("back")
                                ? "There is no version before to go back to."
                                : "No version waits to be installed.",
                        null);
            default -> throw new IOException("it ended with " + code + "; " + folder.log() + " has more");
        }
    }

    /** Deletes what the change needed, where nothing of it runs any more. */
    public void clearUp() {
        if (Programs.of(slots.keeper(), Set.of()).isEmpty() && Files.exists(slots.keeper())) {
            try {
                Slots.delete(slots.keeper());
            } catch (IOException e) {
                // other names for files that are there anyway
            }
        }
    }

    private List<String> command(String what) throws IOException {
        folder.create();
        if (!Files.isDirectory(slots.root())) {
            throw new IOException(slots.root() + " is not there");
        }
        if (Programs.of(slots.keeper(), Set.of()).isEmpty()) {
            Keeper.link(slots.root(), slots.keeper());
        } else {
            throw ProblemException.of(
                    ProblemCode.ALREADY_RUNNING, "Another process is at it already.", "Wait until it has ended.");
        }
        List<String> command =
                new ArrayList<>(Keeper.command(slots, installation.javaExe(), installation.jars(), ChangeMain.class));
        command.addAll(List.of(what, home.path().toString()));
        return command;
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .start();
    }
}
