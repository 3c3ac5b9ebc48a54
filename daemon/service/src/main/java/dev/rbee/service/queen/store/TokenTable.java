package dev.rbee.service.queen.store;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.tokens.TokenInfo;
import dev.rbee.contract.tokens.TokenScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Table {@code tokens}. Thread-safe; every method but {@link #used} blocks on the disk. */
public final class TokenTable {
    private final Database database;

    /** On an open database. */
    public TokenTable(Database database) {
        this.database = database;
    }

    /** Oldest first. */
    public List<StoredToken> all() {
        return database.read(connection -> Rows.all(
                connection,
                "SELECT id, name, scope, sha256, created_at, last_used_at FROM tokens ORDER BY created_at, id",
                row -> new StoredToken(
                        new TokenInfo(
                                Rows.sure(row, "id"),
                                Rows.sure(row, "name"),
                                TokenScope.parse(Rows.sure(row, "scope")),
                                Instant.parse(Rows.sure(row, "created_at")),
                                Rows.time(row, "last_used_at")),
                        Rows.sure(row, "sha256"))));
    }

    /** Adds one. Throws {@link ProblemException} {@code already_exists} for a name that is in use. */
    public void add(StoredToken token) {
        TokenInfo info = token.info();
        boolean added = database.write(connection -> Rows.change(
                        connection,
                        "INSERT INTO tokens (id, name, scope, sha256, created_at) VALUES (?,?,?,?,?)"
                                + " ON CONFLICT DO NOTHING",
                        info.id(),
                        info.name(),
                        info.scope().wire(),
                        token.sha256(),
                        info.createdAt())
                == 1);
        if (!added) {
            throw ProblemException.of(
                    ProblemCode.ALREADY_EXISTS,
                    "There is a token named \"" + info.name() + "\" already.",
                    "Choose another name, or revoke that one.");
        }
        database.valuable();
    }

    /** False where there was none. */
    public boolean remove(String id) {
        boolean removed =
                database.write(connection -> Rows.change(connection, "DELETE FROM tokens WHERE id = ?", id) == 1);
        if (removed) {
            database.valuable();
        }
        return removed;
    }

    /** Writes down, some time soon, when tokens were last used; true where it is on its way. */
    public boolean used(Map<String, Instant> at) {
        Map<String, Instant> copy = Map.copyOf(at);
        return database.post(connection -> {
            for (Map.Entry<String, Instant> each : copy.entrySet()) {
                Rows.change(
                        connection, "UPDATE tokens SET last_used_at = ? WHERE id = ?", each.getValue(), each.getKey());
            }
            return true;
        });
    }
}
