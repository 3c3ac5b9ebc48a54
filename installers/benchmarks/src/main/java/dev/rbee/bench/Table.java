package dev.rbee.bench;

import java.util.ArrayList;
import java.util.List;

/** A table of figures. */
final class Table {
    private final String title;
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String title, String... head) {
        this.title = title;
        this.head = List.of(head);
    }

    Table row(Object... cells) {
        rows.add(java.util.Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    String markdown() {
        StringBuilder text = new StringBuilder("\n### " + title + "\n\n");
        text.append("| ").append(String.join(" | ", head)).append(" |\n");
        text.append("|---".repeat(head.size())).append("|\n");
        rows.forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
        return text.toString();
    }
}
