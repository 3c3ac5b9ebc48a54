package dev.rbee.service.hive.process;

import dev.rbee.service.home.Installation;
import java.util.ArrayList;
import java.util.List;

/** The worker of this installation: a Java process with small fixed memory beside its model. */
public final class JavaWorkerCommand implements WorkerCommand {
    /** Main class of the real worker. */
    public static final String MAIN = "dev.rbee.worker.boot.WorkerMain";

    private final Installation installation;
    private final List<String> more;
    private final String main;

    /**
     * Makes one.
     *
     * @param more further java options of the installation's own, never of a request
     * @param main main class
     */
    public JavaWorkerCommand(Installation installation, List<String> more, String main) {
        this.installation = installation;
        this.more = List.copyOf(more);
        this.main = main;
    }

    @Override
    public List<String> argv(String nonce) {
        List<String> flags = new ArrayList<>(more);
        flags.add("-Drbee.nonce=" + nonce);
        return installation.java("worker", flags, main);
    }
}
