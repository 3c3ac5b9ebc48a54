package dev.rbee.app.chats.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.Draft;
import dev.rbee.app.chats.store.Facts;
import dev.rbee.app.chats.store.Figures;
import dev.rbee.app.chats.store.Loaded;
import dev.rbee.app.chats.store.MessageRow;
import dev.rbee.app.chats.store.Role;
import dev.rbee.app.chats.store.Source;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.chats.store.Titled;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of five programs, and files that mean harm. */
@SuppressWarnings("NullAway.Init") // set before each test
class ChatReaderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private final List<Loaded> read = new ArrayList<>();
    private final List<String> folders = new ArrayList<>();
    private int id;

    private int read(String json) throws Exception {
        return read(Files.writeString(folder.resolve("chats.json"), json));
    }

    private int read(Path file) throws Exception {
        return new ChatReader(() -> "id-" + id++, NOW, (chat, name) -> {
                    read.add(chat);
                    folders.add(name);
                })
                .read(file);
    }

    private List<String> path() {
        return Markdown.path(read.getFirst()).stream()
                .map(row -> row.role() + " " + row.text())
                .toList();
    }

    @Test
    void ourOwnComesBackAsItWas() throws Exception {
        MessageRow said = new MessageRow(
                "m1", "c1", null, Role.USER, NOW, State.DONE, "Hi", Facts.of(List.of(new Attachment("a.txt", "aaa"))));
        Facts facts = new Facts(
                null, new Source("demo", "w-1", "here", true), new Figures(3, 2, 50.0, 12.0, 40.0, "stop", 4096), null);
        MessageRow one = new MessageRow("m2", "c1", "m1", Role.ASSISTANT, NOW, State.DONE, "Hello", facts);
        MessageRow two = new MessageRow("m3", "c1", "m1", Role.ASSISTANT, NOW, State.STOPPED, "Hey", Facts.NONE);
        ChatInfo info = new ChatInfo("c1", "Greetings", Titled.PERSON, "f", true, NOW, NOW.plusSeconds(5));
        Path file = folder.resolve("out.json");
        try (OutputStream out = Files.newOutputStream(file);
                ChatWriter writer = new ChatWriter(out, NOW)) {
            writer.add(new Loaded(info, "m2", "{\"system\":\"short\"}", Draft.NONE, List.of(said, one, two)), "Work");
        }
        assertEquals(0, read(file));
        Loaded back = read.getFirst();
        assertEquals(List.of("Work"), folders);
        assertEquals("c1", back.info().id());
        assertEquals("Greetings", back.info().title());
        assertTrue(back.info().pinned());
        assertEquals(NOW.plusSeconds(5), back.info().updatedAt());
        assertEquals("{\"system\":\"short\"}", back.setup());
        assertEquals(List.of("USER Hi", "ASSISTANT Hello"), path());
        assertEquals(3, back.messages().size());
        assertEquals(facts, back.messages().get(1).facts());
        assertEquals(State.STOPPED, back.messages().get(2).state());
        assertEquals(
                "aaa",
                Objects.requireNonNull(back.messages().getFirst().facts().files())
                        .getFirst()
                        .text());
        assertTrue(back.messages().stream().noneMatch(row -> row.id().startsWith("m")), "ids are ours");
    }

    @Test
    void chatGptsConversations() throws Exception {
        int unknown = read("""
                [{"title":"Bees","create_time":1700000000.5,"update_time":1700000100,"conversation_id":"x-1","current_node":"d",
                  "mapping":{
                   "r":{"id":"r","parent":null,"children":["s"],"message":null},
                   "s":{"parent":"r","message":{"author":{"role":"system"},"content":{"content_type":"text","parts":[""]}}},
                   "a":{"parent":"s","message":{"author":{"role":"user"},"create_time":1700000001,"content":{"content_type":"text","parts":["How do bees fly?"]}}},
                   "t":{"parent":"a","message":{"author":{"role":"tool"},"content":{"content_type":"text","parts":["secret"]}}},
                   "b":{"parent":"t","message":{"author":{"role":"assistant"},"metadata":{"model_slug":"gpt-x"},"content":{"content_type":"multimodal_text","parts":[{"asset_pointer":"x"},"With","wings."]}}},
                   "c":{"parent":"a","message":{"author":{"role":"assistant"},"content":{"content_type":"text","parts":["Badly."]}}},
                   "h":{"parent":"b","message":{"author":{"role":"user"},"metadata":{"is_visually_hidden_from_conversation":true},"content":{"content_type":"text","parts":["hidden"]}}},
                   "d":{"parent":"h","message":{"author":{"role":"user"},"content":{"content_type":"text","parts":["Thanks"]}}}}},
                 {"title":"empty","mapping":{}}]
                """);
        assertEquals(1, unknown);
        assertEquals("openai-x-1", read.getFirst().info().id());
        assertEquals("Bees", read.getFirst().info().title());
        assertEquals(
                Instant.ofEpochMilli(1_700_000_000_500L), read.getFirst().info().createdAt());
        assertEquals(List.of("USER How do bees fly?", "ASSISTANT With\n\nwings.", "USER Thanks"), path());
        assertEquals(4, read.getFirst().messages().size());
        assertEquals(
                "gpt-x",
                Objects.requireNonNull(read.getFirst().messages().get(1).facts().source())
                        .model());
    }

    @Test
    void llamaCppsWebPage() throws Exception {
        read("""
                [{"conv":{"id":"c-9","name":"Bees","lastModified":1700000000000,"currNode":"3"},
                  "messages":[
                   {"id":"0","convId":"c-9","type":"root","role":"system","content":"","parent":null,"timestamp":1699999990000,"children":["1"]},
                   {"id":"1","type":"text","role":"system","content":"Be short.","parent":"0","timestamp":1699999991000},
                   {"id":"2","type":"text","role":"user","content":"How?","parent":"1","timestamp":1699999992000,
                    "extra":[{"type":"TEXT","name":"n.txt","content":"notes"},{"type":"IMAGE","name":"i.png","base64Url":"data:"}]},
                   {"id":"3","type":"text","role":"assistant","content":"Wings.","thinking":"Hm.","parent":"2","timestamp":1699999993000,
                    "model":"qwen","timings":{"predicted_n":20,"predicted_ms":400,"prompt_n":7}}]}]
                """);
        Loaded chat = read.getFirst();
        assertEquals("llama-c-9", chat.info().id());
        assertEquals("{\"system\":\"Be short.\",\"trim\":false}", chat.setup());
        assertEquals(List.of("USER How?", "ASSISTANT <think>\nHm.\n</think>\n\nWings."), path());
        Facts facts = chat.messages().get(1).facts();
        assertEquals(50.0, Objects.requireNonNull(facts.figures()).perSecond());
        assertEquals(
                List.of(new Attachment("n.txt", "notes")),
                chat.messages().getFirst().facts().files());
    }

    @Test
    void lmStudiosFile() throws Exception {
        read("""
                {"name":"Bees","pinned":true,"createdAt":1700000000000,"systemPrompt":"Be kind.","messages":[
                  {"versions":[{"type":"singleStep","role":"user","content":[{"type":"text","text":"How?"}]}],"currentlySelected":0},
                  {"versions":[
                    {"type":"multiStep","role":"assistant","steps":[{"type":"contentBlock","content":[{"type":"text","text":"Old."}]}]},
                    {"type":"multiStep","role":"assistant","steps":[
                      {"type":"contentBlock","style":{"type":"thinking","title":"Thought"},"content":[{"type":"text","text":"Hm."}]},
                      {"type":"contentBlock","content":[{"type":"text","text":"Wings."},{"type":"text","text":"x","isStructural":true}],
                       "genInfo":{"identifier":"qwen","stats":{"tokensPerSecond":58.5,"timeToFirstTokenSec":0.2,"predictedTokensCount":9,"stopReason":"eosFound"}}},
                      {"type":"debugInfoBlock","debugInfo":"x"}]}],"currentlySelected":1},
                  {"versions":[{"type":"singleStep","role":"user","content":[{"type":"text","text":"Thanks"}]}],"currentlySelected":0}]}
                """);
        assertEquals(List.of("USER How?", "ASSISTANT <think>\nHm.\n</think>\n\nWings.", "USER Thanks"), path());
        assertEquals(4, read.getFirst().messages().size());
        assertTrue(read.getFirst().info().pinned());
        Figures figures =
                Objects.requireNonNull(read.getFirst().messages().get(2).facts().figures());
        assertEquals(200.0, figures.firstMs());
        assertEquals(58.5, figures.perSecond());
    }

    @Test
    void openWebUisExport() throws Exception {
        read("""
                [{"id":"o-1","title":"Bees","created_at":1700000000,"updated_at":1700000009,"pinned":false,
                  "chat":{"title":"Bees","history":{"currentId":"b","messages":{
                    "a":{"id":"a","parentId":null,"childrenIds":["b"],"role":"user","content":"How?","timestamp":1700000001},
                    "b":{"id":"b","parentId":"a","role":"assistant","content":"Wings.","model":"llama3"}}}}}]
                """);
        assertEquals(List.of("USER How?", "ASSISTANT Wings."), path());
        assertEquals("openwebui-o-1", read.getFirst().info().id());
    }

    @Test
    void circlesDuplicatesAndNonsenseDoNoHarm() throws Exception {
        int unknown = read("""
                [1, null, "x", [], {}, {"mapping":{"a":{"parent":"b","message":{"author":{"role":"user"},"content":{"parts":["1"]}}},
                  "b":{"parent":"a","message":{"author":{"role":"user"},"content":{"parts":["2"]}}}},"current_node":"a","create_time":1e308,"title":"  "},
                 {"title":"t","created_at":"never","messages":[{"id":"m","text":"one"},{"id":"m","text":"two"},{"id":7,"parent":7,"text":5},"x"]}]
                """);
        assertEquals(5, unknown);
        assertEquals(2, read.size());
        assertEquals("1", read.getFirst().info().title());
        assertEquals(NOW, read.getFirst().info().createdAt());
        assertTrue(path().size() <= 2);
        assertEquals(3, read.get(1).messages().size());
    }

    @Test
    void depthSizeAndBrokenFilesAreRefused() throws Exception {
        assertRefused(ProblemCode.INVALID_JSON, "[".repeat(10_000));
        assertRefused(ProblemCode.INVALID_JSON, "[{\"messages\":[{\"a\":");
        assertRefused(ProblemCode.INVALID_FIELD, "");
        assertRefused(ProblemCode.INVALID_JSON, "\0\1\2");
        assertRefused(ProblemCode.INVALID_FIELD, "42");
        assertRefused(ProblemCode.BODY_TOO_LARGE, "[[" + "{},".repeat(1_000_001) + "{}]]");
        assertRefused(ProblemCode.BODY_TOO_LARGE, "[{\"title\":\"" + "x".repeat(64_100_000) + "\"}]");
        assertTrue(read.isEmpty());
    }

    private void assertRefused(ProblemCode code, String json) {
        assertEquals(
                code,
                assertThrows(ProblemException.class, () -> read(json)).problem().code());
    }

    @Test
    void asMarkdownItReadsLikeTheChat() throws Exception {
        read("""
                {"title":"Bees","created_at":"2026-03-01T00:00:00Z","leaf":"b","messages":[
                 {"id":"a","role":"user","text":"How?","files":[{"name":"n.md","text":"```x```"}]},
                 {"id":"b","parent":"a","role":"assistant","text":"Wings.\\n","source":{"model":"demo"}},
                 {"id":"c","parent":"a","role":"assistant","text":"Other."}]}
                """);
        assertEquals(
                "# Bees\n\n## You\n\n**n.md**\n\n````\n```x```\n````\n\nHow?\n\n## demo\n\nWings.\n",
                Markdown.of(read.getFirst()));
    }
}
