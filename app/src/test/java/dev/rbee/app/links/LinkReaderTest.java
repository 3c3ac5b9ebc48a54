package dev.rbee.app.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinkReaderTest {
    private static final String PARTS =
            "rbee://chat?modlprt=&%/:@#[]\\'\"<>{}|^`+-_.~;!$*(),0123456789abcfABCFGz \u0000\t\n\u202e";

    private static Asked read(String link) {
        return LinkReader.read(link);
    }

    private static String refused(String link) {
        Problem problem =
                assertThrows(ProblemException.class, () -> read(link), link).problem();
        assertEquals(ProblemCode.INVALID_FIELD, problem.code());
        return problem.message();
    }

    @Test
    void aChatIsAskedForByModelAndPrompt() {
        assertEquals(new Asked.Chat(null, null), read("rbee://chat"));
        assertEquals(new Asked.Chat(null, null), read("RBEE://Chat/?"));
        assertEquals(new Asked.Chat(null, null), read("rbee://chat?prompt=&model=%20"));
        assertEquals(new Asked.Chat("qwen3:8b", null), read("rbee://chat?model=qwen3%3A8b"));
        assertEquals(
                new Asked.Chat("hf:owner/repo:Q4_K_M", "What is 1+1=2 & why?"),
                read("rbee://chat?model=hf:owner/repo:Q4_K_M&prompt=What%20is%201+1=2%20%26%20why?"));
        assertEquals(new Asked.Chat(null, "a\nb\nc\td"), read("rbee://chat?prompt=a%0Ab%0d%0Ac%09d"));
        assertEquals(new Asked.Chat("Qwen3-8B-Q4_K_M", null), read("rbee://chat?model=Qwen3-8B-Q4_K_M"));
    }

    @Test
    void everyScriptAndItsEmojiComeThrough() {
        String said = "Grüße, שלום, नमस्ते, 你好 👩‍💻 ❤️";
        assertEquals(new Asked.Chat(null, said), read("rbee://chat?prompt=" + said.replace(" ", "%20")));
        assertEquals(new Asked.Chat(null, "ü"), read("rbee://chat?prompt=%C3%BC"));
    }

    @Test
    void aModelIsNamedByReference() {
        assertEquals(new Asked.Model("hf:owner/repo"), read("rbee://model/hf:owner/repo"));
        assertEquals(new Asked.Model("hf:owner/repo"), read("rbee://model/hf%3Aowner%2Frepo"));
        assertEquals(new Asked.Model("hf:owner/repo:Q8_0"), read("rbee://model/hf:owner/repo:q8_0"));
        assertEquals(new Asked.Model("qwen3:8b"), read("rbee://model/qwen3:8b"));
        assertEquals("This link names no model.", refused("rbee://model"));
        assertEquals("This link names no model.", refused("rbee://model/"));
        assertTrue(refused("rbee://model/hf:../../etc").contains("is no model"));
        assertTrue(refused("rbee://model/%2e%2e%2fsecret").contains("file or an address"));
        assertTrue(refused("rbee://model//etc/passwd").contains("file or an address"));
        assertTrue(refused("rbee://model/https://evil.example/x.gguf").contains("file or an address"));
        assertTrue(refused("rbee://chat?model=~/x.gguf").contains("file or an address"));
        assertTrue(refused("rbee://chat?model=--help").contains("is no model"));
        assertTrue(refused("rbee://model/demo?start=1").contains("“start”"));
    }

    @Test
    void aQueenIsNamedByHostAndPort() {
        for (String good : List.of(
                "queen.example.org",
                "https://queen.example.org:7833",
                "127.0.0.1:7833",
                "http://localhost:7833/",
                "[::1]:7833")) {
            assertEquals(new Asked.Connect(good), read("rbee://connect?address=" + good));
        }
        for (String bad : List.of(
                "ftp://host",
                "javascript://x",
                "file:///etc/passwd",
                "host/path",
                "host%3Fa%3Db",
                "host:99999",
                "host:0",
                "host:port",
                "a%20b",
                "http://",
                "-",
                "h".repeat(400))) {
            assertTrue(refused("rbee://connect?address=" + bad).contains("none of a queen"), bad);
        }
        assertTrue(refused("rbee://connect").contains("no address"));
        assertTrue(refused("rbee://connect/host").contains("path"));
    }

    @Test
    void keysAreRefusedAndNotRepeated() {
        for (String link : List.of(
                "rbee://connect?address=host&key=rbee_abcdef",
                "rbee://connect?address=host&KEY=rbee_abcdef",
                "rbee://connect?address=host&api_key=rbee_abcdef",
                "rbee://connect?address=host&apikey=rbee_abcdef",
                "rbee://connect?address=host&access-token=rbee_abcdef",
                "rbee://connect?t%6Fken=rbee_abcdef&address=host",
                "rbee://connect?address=user:rbee_abcdef@host",
                "rbee://connect?address=https%3A%2F%2Fuser%40host",
                "rbee://connect?address=rbee_abcdef",
                "rbee://chat?prompt=hi&password=rbee_abcdef",
                "rbee://model/demo?secret=rbee_abcdef",
                "rbee://connect?address=host&pw")) {
            Problem problem =
                    assertThrows(ProblemException.class, () -> read(link), link).problem();
            assertTrue(problem.message().contains("a key or a password"), link);
            assertFalse((problem.message() + problem.hint()).contains("abcdef"), link);
        }
    }

    @Test
    void whatNobodyKnowsIsNamed() {
        assertTrue(refused("rbee://delete?all=1").contains("“delete”"));
        assertTrue(refused("rbee://").contains("“”"));
        assertTrue(refused("rbee://chat?send=1").contains("“send”"));
        assertTrue(refused("rbee://chat?Prompt=x").contains("“Prompt”"));
        assertTrue(refused("rbee://chat?prompt=a&prompt=b").contains("twice"));
        assertTrue(refused("rbee://chat?prompt=&prompt=b").contains("twice"));
        assertTrue(refused("rbee://chat/now").contains("path"));
        assertTrue(refused("rbee://chat#x").contains("#"));
        assertTrue(refused("rbee://user@chat").contains("“user@chat”"));
        assertTrue(refused("rbee://chat?&").contains("twice"));
        assertTrue(refused("rbee://chat?=x").contains("“”"));
        assertTrue(refused("rbee:chat").contains("no link"));
        assertTrue(refused("https://chat").contains("no link"));
        String message = refused("rbee://" + "x".repeat(200));
        assertTrue(message.length() < 120, message);
    }

    @Test
    void damagedEscapesAreNoLetters() {
        for (String bad : List.of(
                "%",
                "%4", "%zz", "%-1", "%+1", "%\uFF11\uFF12", "%c3%28", "%C3", "%ED%A0%80", "%F5%80%80%80", "%C0%AF")) {
            assertTrue(refused("rbee://chat?prompt=" + bad).contains("damaged"), bad);
        }
        assertTrue(refused("rbee://chat?prompt=\ud800").contains("damaged"));
    }

    @Test
    void whatNobodySeesIsRefused() {
        for (String bad : List.of(
                "%00",
                "%1B%5B31m",
                "%08",
                "%7F",
                "%C2%85",
                "%C2%AD",
                "%E2%80%8B",
                "%E2%80%AE",
                "%E2%81%A6",
                "%EF%BB%BF",
                "%E2%80%A8",
                "%EF%B8%80",
                "%E3%85%A4")) {
            assertTrue(refused("rbee://chat?prompt=a" + bad).contains("nobody can see"), bad);
        }
        for (int letter : new int[] {0xE0041, 0xE0100, 0xF0000}) {
            assertTrue(
                    refused("rbee://chat?prompt=" + Character.toString(letter)).contains("nobody can see"));
        }
        assertTrue(refused("rbee://chat?model=demo%0A").contains("nobody can see"), "one line only");
        assertTrue(refused("rbee://connect?address=host%0d%0ax").contains("nobody can see"));
        assertTrue(refused("rbee://chat?prompt=a b").contains("blanks"));
        assertTrue(refused("rbee://chat\n?prompt=a").contains("blanks"));
        assertTrue(refused("rbee://chat?prompt=\u0000").contains("blanks"));
    }

    @Test
    void theLengthIsBoundedInEveryForm() {
        String begin = "rbee://chat?prompt=";
        String longest = begin + "x".repeat(LinkReader.LONGEST - begin.length());
        assertEquals(new Asked.Chat(null, longest.substring(begin.length())), read(longest));
        assertTrue(refused(longest + "x").contains("4,096"));
        assertTrue(refused("rbee://" + "%".repeat(1_000_000)).contains("4,096"));
        assertTrue(refused("rbee://chat?prompt=" + "%41".repeat(2_000)).contains("4,096"));
    }

    @Test
    void whatIsSaidIsNotInLogs() {
        assertFalse(read("rbee://chat?model=demo&prompt=private").toString().contains("private"));
    }

    @Test
    void anythingIsReadOrRefusedAndNothingElse() {
        Random random = new Random(20);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder link = new StringBuilder(random.nextInt(3) == 0 ? "" : "rbee://");
            link.append(List.of("", "chat", "model/", "connect?address=", "chat?prompt=")
                    .get(random.nextInt(5)));
            int more = random.nextInt(30);
            for (int k = 0; k < more; k++) {
                link.append(
                        random.nextInt(20) == 0
                                ? (char) random.nextInt(0x10000)
                                : PARTS.charAt(random.nextInt(PARTS.length())));
            }
            try {
                Asked asked = read(link.toString());
                if (asked instanceof Asked.Chat chat && chat.prompt() != null) {
                    assertTrue(chat.prompt().length() <= LinkReader.LONGEST);
                    assertTrue(chat.prompt().chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\t'));
                }
            } catch (ProblemException e) {
                assertEquals(ProblemCode.INVALID_FIELD, e.problem().code());
            } catch (RuntimeException e) {
                fail(link.toString(), e);
            }
        }
    }
}
