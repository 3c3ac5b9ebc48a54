package dev.rbee.service.queen.store;

import dev.rbee.contract.requests.Facet;
import dev.rbee.contract.requests.Facets;
import dev.rbee.service.sqlite.Sqlite;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the values of columns. Names of tables and columns are this program's own, never a caller's. */
final class FacetCounts {
    private static final int MOST = 100;

    private FacetCounts() {}

    /** {@code columns} maps the name of the filter to its column. */
    static Facets of(Connection connection, String table, Map<String, String> columns) throws SQLException {
        Map<String, List<Facet>> by = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : columns.entrySet()) {
            String column = each.getValue();
            by.put(
                    each.getKey(),
                    Rows.all(
                            connection,
                            "SELECT " + column + " AS value, count(*) AS count FROM " + table + " WHERE " + column
                                    + " IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT " + MOST,
                            row -> new Facet(Rows.sure(row, "value"), row.getLong("count"))));
        }
        long total = Long.parseLong(Sqlite.one(connection, "SELECT count(*) FROM " + table));
        return new Facets(total, by);
    }
}
