package dev.rbee.service.queen.hives;

import java.util.List;

/** Logs of hives on other machines. */
public interface RemoteLogs {
    /** Whether that hive's log is read from here. */
    boolean has(String hive);

    /** Its last lines; blocks. Throws {@link dev.rbee.contract.problem.ProblemException} where the machine is not reached. */
    List<String> tail(String hive, int lines) throws InterruptedException;
}
