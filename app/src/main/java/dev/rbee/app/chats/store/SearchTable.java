package dev.rbee.app.chats.store;

import dev.rbee.app.words.Words;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Looks for words in what was said. Thread-safe; blocks on the disk. */
public final class SearchTable {
    private static final Words WORDS = Words.of(SearchTable.class);

    /** Excerpts of more than so much of a message would take longer than reading it. */
    private static final int LOOKED_AT = 200_000;

    private static final String FOUND = "SELECT m.chat, m.id, substr(m.text, 1, " + LOOKED_AT + ") AS text FROM ";
    private static final String KEPT = " JOIN chats c ON c.id = m.chat AND c.deleted_at IS NULL ";

    private final ChatDatabase database;

    SearchTable(ChatDatabase database) {
        this.database = database;
    }

    /**
     * Messages with all of these words, the last one perhaps only begun; the newest first, at most {@code limit}. Where no word is found so,
     * or in writing without spaces, what was typed is looked for inside of words, too.
     */
    public List<Hit> find(String query, int limit) throws InterruptedException {
        String typed = query.strip();
        if (typed.isEmpty()) {
            return List.of();
        }
        return database.read(WORDS.get("cannot.search.the.chats"), connection -> {
            List<String> words = Excerpts.words(typed);
            List<Hit> hits = words.isEmpty() || typed.codePoints().anyMatch(SearchTable::spaceless)
                    ? List.of()
                    : byWords(connection, typed, words, limit);
            return hits.isEmpty() ? inside(connection, typed, limit) : hits;
        });
    }

    private static List<Hit> byWords(Connection connection, String typed, List<String> words, int limit)
            throws SQLException {
        String match = words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(" ")) + "*";
        return Rows.all(
                connection,
                FOUND + "words w JOIN messages m ON m.n = w.rowid" + KEPT
                        + "WHERE w.words MATCH ? ORDER BY w.rowid DESC LIMIT ?",
                row -> Excerpts.hit(Rows.sure(row, "chat"), Rows.sure(row, "id"), Rows.sure(row, "text"), typed),
                match,
                limit);
    }

    private static List<Hit> inside(Connection connection, String typed, int limit) throws SQLException {
        String like = "%" + typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return Rows.all(
                connection,
                FOUND + "messages m" + KEPT + "WHERE m.text LIKE ? ESCAPE '\\' ORDER BY m.n DESC LIMIT ?",
                row -> Excerpts.hit(Rows.sure(row, "chat"), Rows.sure(row, "id"), Rows.sure(row, "text"), typed),
                like,
                limit);
    }

    private static boolean spaceless(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }
}
