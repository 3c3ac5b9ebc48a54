package dev.rbee.service.hive.process;

import java.util.List;

/** The argv of a worker process. Nothing of a request is in it: what the worker is to do comes over its stdin. */
@FunctionalInterface
public interface WorkerCommand {
    /**
     * The command.
     *
     * @param nonce made by the hive for this start; stands in the argv so that leftovers can be recognised by it
     */
    List<String> argv(String nonce);
}
