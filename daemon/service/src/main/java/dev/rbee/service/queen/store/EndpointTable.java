package dev.rbee.service.queen.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Table {@code endpoints}. Thread-safe; every method but {@link #seen} blocks on the disk. */
public final class EndpointTable {
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private final Database database;

    /** On an open database. */
    public EndpointTable(Database database) {
        this.database = database;
    }

    /** All, by name. */
    public List<StoredEndpoint> all() {
        return database.read(connection -> Rows.all(
                connection,
                "SELECT name, url, models, slots, kind, offered, last_seen FROM endpoints ORDER BY name",
                EndpointTable::endpoint));
    }

    /** Adds one. Throws {@link ProblemException} {@code already_exists}. */
    public void add(StoredEndpoint endpoint) {
        boolean added = database.write(connection -> Rows.change(
                        connection,
                        "INSERT INTO endpoints (name, url, models, slots, kind, offered, last_seen)"
                                + " VALUES (?,?,?,?,?,?,?) ON CONFLICT DO NOTHING",
                        endpoint.name(),
                        endpoint.url(),
                        endpoint.models() == null ? null : Json.write(endpoint.models()),
                        endpoint.slots(),
                        endpoint.kind(),
                        endpoint.offered(),
                        endpoint.lastSeen())
                == 1);
        if (!added) {
            throw ProblemException.of(
                    ProblemCode.ALREADY_EXISTS,
                    "A server named \"" + endpoint.name() + "\" is attached already.",
                    "Choose another name, or remove that one.");
        }
        database.valuable();
    }

    /** False where there was none. */
    public boolean remove(String name) {
        boolean removed = database.write(
                connection -> Rows.change(connection, "DELETE FROM endpoints WHERE name = ?", name) == 1);
        if (removed) {
            database.valuable();
        }
        return removed;
    }

    /** Writes down, some time soon, what it offers; true where that is on its way. */
    public boolean seen(String name, String kind, String offered, Instant at) {
        return database.post(connection -> {
            Rows.change(
                    connection,
                    "UPDATE endpoints SET kind = ?, offered = ?, last_seen = ? WHERE name = ?",
                    kind,
                    offered,
                    at,
                    name);
            return true;
        });
    }

    private static StoredEndpoint endpoint(ResultSet row) throws SQLException {
        return new StoredEndpoint(
                Rows.sure(row, "name"),
                Rows.sure(row, "url"),
                names(Rows.text(row, "models")),
                Rows.whole(row, "slots"),
                Rows.text(row, "kind"),
                Rows.text(row, "offered"),
                Rows.time(row, "last_seen"));
    }

    private static @Nullable List<String> names(@Nullable String json) throws SQLException {
        try {
            return json == null ? null : Json.MAPPER.readValue(json, NAMES);
        } catch (JsonProcessingException e) {
            throw new SQLException("column models holds no JSON", e);
        }
    }
}
