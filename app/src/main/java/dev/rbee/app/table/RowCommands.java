package dev.rbee.app.table;

import dev.rbee.app.frame.Command;
import dev.rbee.app.live.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kordamp.ikonli.feather.Feather;

/**
 * What the palette offers for the rows of a table: to go there, and what can be done with each. JavaFX thread only.
 *
 * @param group in words, as {@link Command} has it
 * @param show the words for going there
 * @param about what tells one row from another
 * @param reveal goes there
 */
public record RowCommands<V>(
        String group,
        String show,
        Feather icon,
        Function<V, String> about,
        Consumer<V> reveal,
        List<RowAction<V>> actions) {
    /** So many are listed at most; what is left out is found by the filter of the page. */
    private static final int MOST = 2_000;

    /** For these rows. */
    public List<Command> of(List<Row<V>> rows) {
        List<Command> commands = new ArrayList<>();
        for (Row<V> row : rows) {
            if (commands.size() > MOST) {
                break;
            }
            V value = row.now();
            String words = about.apply(value);
            commands.add(new Command(group, show, words, icon, null, () -> reveal.accept(value)));
            for (RowAction<V> action : actions) {
                if (action.can().test(value)) {
                    commands.add(new Command(
                            group,
                            action.words(),
                            words,
                            action.icon(),
                            null,
                            () -> action.act().accept(List.of(row.now()))));
                }
            }
        }
        return commands;
    }
}
