package dev.rbee.service.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows with aligned columns. Not thread-safe. */
final class Table {
    private final List<String[]> rows = new ArrayList<>();

    Table(String... header) {
        rows.add(header);
    }

    Table row(@Nullable Object... cells) {
        rows.add(Arrays.stream(cells).map(Table::shown).toArray(String[]::new));
        return this;
    }

    private static String shown(@Nullable Object cell) {
        String text = String.valueOf(cell);
        return text.isEmpty() || text.equals("null") ? "-" : text.replaceAll("\\p{Cntrl}", " ");
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    /** The table without a line end after its last row. */
    @Override
    public String toString() {
        int columns = rows.getFirst().length;
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row[i]));
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row[i]).append(" ".repeat(widths[i] - width(row[i]) + 2));
            }
            text.append(text.isEmpty() ? "" : "\n").append(line.toString().stripTrailing());
        }
        return text.toString();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
