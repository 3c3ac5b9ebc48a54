package dev.rbee.app.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.live.Row;
import dev.rbee.app.live.Rows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArrangerTest {
    private record Bee(String name, String home, int age) {}

    private final Rows<Bee> rows = new Rows<>();
    private final Map<String, Bee> bees = new LinkedHashMap<>();
    private final Arranger<Bee> arranger = new Arranger<>(Bee::name);
    private final LiveColumn<Bee, Integer> age =
            Columns.number("Age", 60, bee -> bee.age() < 0 ? null : bee.age(), String::valueOf);
    private final Facet<Bee> home = new Facet<>(
            "home",
            "Home",
            bee -> new Facet.Kind(bee.home(), bee.home(), bee.home().equals("none") ? 1 : 0));

    private boolean moved;

    ArrangerTest() {
        rows.listen((changed, others) -> {
            moved = arranger.changed(changed);
            arranger.rows(rows.list());
        });
    }

    private void bee(String name, String where, int years) {
        bees.put(name, new Bee(name, where, years));
        rows.merge(bees);
    }

    private List<String> shown() {
        return arranger.arrange().items().stream().map(Row::key).toList();
    }

    @Test
    void withoutAnOrderRowsStandAsTheyCame() {
        bee("b", "hive", 2);
        bee("a", "hive", 1);
        assertEquals(List.of("b", "a"), shown());
        bees.remove("b");
        rows.merge(bees);
        assertEquals(List.of("a"), shown());
    }

    @Test
    void sortsByNumbersWithUnknownOnesFirstAndEqualOnesAsTheyCame() {
        bee("x", "hive", 5);
        bee("y", "hive", -1);
        bee("z", "hive", 1);
        bee("w", "hive", 5);
        arranger.spec(arranger.spec().sorted(List.of(new Spec.Order<>(age, false))));
        assertEquals(List.of("y", "z", "x", "w"), shown());
        arranger.spec(arranger.spec().sorted(List.of(new Spec.Order<>(age, true))));
        assertEquals(List.of("x", "w", "z", "y"), shown());
    }

    @Test
    void onlyWhatDecidesThePlaceMovesARow() {
        bee("x", "hive", 5);
        bee("y", "hive", 6);
        arranger.spec(arranger.spec().sorted(List.of(new Spec.Order<>(age, false))));
        bee("x", "tree", 5);
        assertFalse(moved, "where it lives is neither sorted nor filtered by");
        bee("x", "tree", 7);
        assertTrue(moved);
        assertEquals(List.of("y", "x"), shown());
    }

    @Test
    void chipsCountWhatTheyWouldShow() {
        bee("anna", "hive", 1);
        bee("annika", "tree", 2);
        bee("bea", "tree", 3);
        arranger.spec(arranger.spec().chips(home).picking(Set.of("tree")).saying(" ANN "));
        Arranger.Shown<Bee> shown = arranger.arrange();
        assertEquals(List.of("annika"), shown.items().stream().map(Row::key).toList());
        assertEquals(List.of(1, 1), List.copyOf(shown.chips().values()), "with what is typed, whichever is pressed");
    }

    @Test
    void groupsHaveHeadsThatStayAndFold() {
        bee("a", "none", 1);
        bee("b", "tree", 2);
        bee("c", "hive", 3);
        arranger.spec(arranger.spec().grouped(home));
        assertEquals(List.of("group:hive", "c", "group:tree", "b", "group:none", "a"), shown());
        Row<Bee> head = arranger.arrange().items().getFirst();
        arranger.spec(arranger.spec().folding(Set.of("hive")));
        assertEquals(List.of("group:hive", "group:tree", "b", "group:none", "a"), shown());
        assertSame(head, arranger.arrange().items().getFirst());
        assertEquals(3, arranger.arrange().rows(), "folded rows are still counted");
        bee("b", "none", 2);
        assertEquals(List.of("group:hive", "group:none", "a", "b"), shown());
    }
}
