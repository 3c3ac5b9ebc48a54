package dev.rbee.app.chats.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding what was said. */
@SuppressWarnings("NullAway.Init") // set before each test
class SearchTest extends StoreFixture {
    private ChatStore store;

    @BeforeEach
    void open() throws Exception {
        store = new ChatStore(file(), CLOCK);
        done(store.chats()
                .add(List.of(
                        chat("a", "A", "A hash map finds a key in constant time.", "Größe und Café"),
                        chat("b", "B", "Maps of the world, and how to hash potatoes"),
                        chat("c", "C", "日本語の文章を探す", "100% of \"quoted\" under_scores"))));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<String> find(String query) throws InterruptedException {
        return store.search().find(query, 10).stream().map(Hit::message).toList();
    }

    @Test
    void allWordsMustBeThereAndTheLastMayBeBegun() throws Exception {
        assertEquals(List.of("b-0", "a-0"), find("hash ma"));
        assertEquals(List.of("a-0"), find("hash map key"));
        assertEquals(List.of("b-0"), find("POTATO"));
        assertEquals(List.of(), find("hash zebra"));
        assertEquals(List.of(), find("   "));
    }

    @Test
    void accentsPunctuationAndWritingWithoutSpaces() throws Exception {
        assertEquals(List.of("a-1"), find("cafe"));
        assertEquals(List.of("a-1"), find("grosse".replace("ss", "ß")));
        assertEquals(List.of("c-0"), find("文章"));
        assertEquals(List.of("c-1"), find("100%"));
        assertEquals(List.of("c-1"), find("%"));
        assertEquals(List.of("c-1"), find("r_s"));
        for (String hostile : List.of("\"", "NEAR(", "text:a", "a* OR", "-", "')--", "^", "\0", "AND", "{a b}")) {
            assertTrue(find(hostile).size() <= 10, hostile);
        }
    }

    @Test
    void insideOfWordsOnlyWhereNoWordBeginsSo() throws Exception {
        assertEquals(List.of("b-0"), find("otatoe"));
    }

    @Test
    void theIndexFollowsWhatChanges() throws Exception {
        done(store.messages().put(said("b", "b-0", null, "rewritten with aardvarks")));
        assertEquals(List.of(), find("potatoes"));
        assertEquals(List.of("b-0"), find("aardv"));
        done(store.messages().remove("b", List.of("b-0")));
        assertEquals(List.of(), find("aardv"));
        done(store.chats().delete(List.of("a"), NOON));
        assertEquals(List.of(), find("constant"));
        done(store.chats().restore(List.of("a")));
        assertEquals(List.of("a-0"), find("constant"));
        done(store.chats().delete(List.of("a"), NOON));
        done(store.chats().purge(NOON.plusSeconds(1)));
        done(store.chats().restore(List.of("a")));
        assertEquals(List.of(), find("constant"));
    }

    @Test
    void anExcerptIsOneLineAroundTheFind() throws Exception {
        done(store.messages()
                .put(said("b", "b-0", null, "one\ntwo ".repeat(40) + "the\nneedle 🐝 here " + "x ".repeat(500))));
        Hit hit = store.search().find("needle", 1).getFirst();
        assertEquals("needle", hit.excerpt().substring(hit.from(), hit.to()));
        assertTrue(hit.excerpt().startsWith("…") && hit.excerpt().length() < 250, hit.excerpt());
        assertTrue(!hit.excerpt().contains("\n"));
    }
}
