package dev.rbee.app.chats.store;

import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.sqlite.Sqlite;
import java.sql.SQLException;

/** Failures of the database, in words. Pure. */
final class DatabaseProblems {
    private static final Words WORDS = Words.of(DatabaseProblems.class);

    private DatabaseProblems() {}

    /** {@code what} failed because of that; a problem that is one already stays as it is. */
    static ProblemException of(String what, Throwable cause) {
        return switch (cause) {
            case ProblemException known -> known;
            case SQLException e
            when Sqlite.full(e) ->
                problem(ProblemCode.STORAGE_FULL, WORDS.get("the.disk.is.full", what), WORDS.get("free.some.space"), e);
            case SQLException e
            when Sqlite.damaged(e) ->
                problem(
                        ProblemCode.DATABASE_DAMAGED,
                        WORDS.get("the.file.is.damaged", what),
                        WORDS.get("start.rbee.again.it.keeps"),
                        e);
            default ->
                problem(
                        ProblemCode.INTERNAL_ERROR,
                        what + ": " + cause.getMessage() + ".",
                        WORDS.get("check.the.rights.and.the"),
                        cause);
        };
    }

    private static ProblemException problem(ProblemCode code, String message, String hint, Throwable cause) {
        return new ProblemException(Problem.of(code, message, hint), cause);
    }
}
