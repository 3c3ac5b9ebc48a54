package dev.rbee.app.chats.store;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.sql.SQLException;

/** Failures of the database, in words. Pure. */
final class DatabaseProblems {
    private DatabaseProblems() {}

    /** {@code what} failed because of that; a problem that is one already stays as it is. */
    static ProblemException of(String what, Throwable cause) {
        return switch (cause) {
            case ProblemException known -> known;
            case SQLException e
            when Sqlite.full(e) ->
                problem(ProblemCode.STORAGE_FULL, what + ": the disk is full.", "Free some space.", e);
            case SQLException e
            when Sqlite.damaged(e) ->
                problem(
                        ProblemCode.DATABASE_DAMAGED,
                        what + ": the file is damaged.",
                        "Start rbee again: it keeps a copy of the file and saves what can still be read.",
                        e);
            default ->
                problem(
                        ProblemCode.INTERNAL_ERROR,
                        what + ": " + cause.getMessage() + ".",
                        "Check the rights and the free space of the folder.",
                        cause);
        };
    }

    private static ProblemException problem(ProblemCode code, String message, String hint, Throwable cause) {
        return new ProblemException(Problem.of(code, message, hint), cause);
    }
}
