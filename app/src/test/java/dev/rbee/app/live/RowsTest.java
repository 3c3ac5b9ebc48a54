package dev.rbee.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowsTest {
    private final Rows<String> rows = new Rows<>();

    private static Map<String, String> of(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private List<String> shown() {
        return rows.list().stream().map(row -> row.key() + "=" + row.now()).toList();
    }

    @Test
    void aRowStaysTheSameWhileItsValueChanges() {
        rows.merge(of("a", "1", "b", "1"));
        Row<String> a = rows.list().getFirst();
        rows.merge(of("b", "2", "a", "2", "c", "1"));
        assertSame(a, rows.list().getFirst());
        assertEquals(List.of("a=2", "b=2", "c=1"), shown());
    }

    @Test
    void whatIsGoneIsGone() {
        rows.merge(of("a", "1", "b", "1"));
        rows.merge(of("b", "1"));
        assertEquals(List.of("b=1"), shown());
        assertNull(rows.get("a"));
    }

    @Test
    void tenThousandRowsMergeInPlace() {
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            many.put("w" + i, "1");
        }
        rows.merge(many);
        Row<String> last = rows.list().getLast();
        many.put("w9999", "2");
        rows.merge(many);
        assertSame(last, rows.list().getLast());
        assertEquals("2", last.now());
    }
}
