package dev.rbee.contract.models.ref;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelRefTest {
    @ParameterizedTest
    @CsvSource({
        "demo,Demo,demo",
        "DEMO,Demo,demo",
        "' demo ',Demo,demo",
        "qwen3:8b,Library,qwen3:8b",
        "Qwen3:8B,Library,qwen3:8b",
        "llama3.2:3b-instruct,Library,llama3.2:3b-instruct",
        "Qwen3-8B-Q4_K_M,Installed,Qwen3-8B-Q4_K_M",
        "model.gguf,Installed,model.gguf",
        "hf:Qwen/Qwen3-8B-GGUF,Hub,hf:Qwen/Qwen3-8B-GGUF",
        "HF:Qwen/Qwen3-8B-GGUF:q4_k_m,Hub,hf:Qwen/Qwen3-8B-GGUF:Q4_K_M",
        "hf:unsloth/gpt-oss-20b-GGUF:UD-Q4_K_XL,Hub,hf:unsloth/gpt-oss-20b-GGUF:UD-Q4_K_XL",
        "hf:a/b/c.gguf,Hub,hf:a/b/c.gguf",
        "hf:a/b/Q8_0/c-00001-of-00002.gguf,Hub,hf:a/b/Q8_0/c-00001-of-00002.gguf",
        "hf://a/b,Hub,hf:a/b",
        "hf.co/a/b:Q8_0,Hub,hf:a/b:Q8_0",
        "https://huggingface.co/a/b,Hub,hf:a/b",
        "https://huggingface.co/a/b/,Hub,hf:a/b",
        "https://huggingface.co/a/b/resolve/main/c.gguf?download=true,Hub,hf:a/b/c.gguf",
        "https://huggingface.co/a/b/blob/main/d/c.gguf,Hub,hf:a/b/d/c.gguf",
        "https://Example.com/x/y.gguf,Url,https://example.com/x/y.gguf",
        "https://example.com:8443/x/y%20z.gguf?sig=1,Url,https://example.com:8443/x/y%20z.gguf?sig=1",
        "https://example.com/x/y.gguf#part,Url,https://example.com/x/y.gguf",
        "http://127.0.0.1:9/y.GGUF,Url,http://127.0.0.1:9/y.GGUF",
        "/srv/models/x.gguf,LocalFile,/srv/models/x.gguf",
        "~/x.gguf,LocalFile,~/x.gguf",
        "./x.gguf,LocalFile,./x.gguf",
        "C:\\models\\x.gguf,LocalFile,C:\\models\\x.gguf"
    })
    void everyFormHasOneWrittenForm(String text, String kind, String written) {
        ModelRef ref = ModelRef.parse(text);
        assertEquals(kind, ref.getClass().getSimpleName());
        assertEquals(written, ref.toString());
        assertEquals(ref, ModelRef.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hf:",
                "hf:a",
                "hf:a/",
                "hf:/b",
                "hf:../b",
                "hf:a/..",
                "hf:a/b/../../etc/passwd.gguf",
                "hf:a/b/..gguf",
                "hf:a/b/.gguf",
                "hf:a/b//c.gguf",
                "hf:a/b/c.safetensors",
                "hf:a/b/c%2f..%2fd.gguf",
                "hf:a/b\\c.gguf",
                "hf:a/b:",
                "hf:a/b:../x",
                "hf:a/b:Q4 K",
                "hf:-a/b",
                "hf:a/b?x=y",
                "hf:a@evil.example/b",
                "hf:a/b/resolve/other/c.gguf",
                "https://",
                "https:///x.gguf",
                "https://user:pass@example.com/x.gguf",
                "https://token@example.com/x.gguf",
                "https://example.com/x.bin",
                "https://example.com/.gguf",
                "https://example.com/a/%2e%2e/x.gguf",
                "https://example.com/../x.gguf",
                "https://example.com/a%2f..%2fx.gguf",
                "https://exa mple.com/x.gguf",
                "https://example.com:0/x.gguf",
                "https://example.com:99999/x.gguf",
                "ftp://example.com/x.gguf",
                "file:///etc/passwd",
                "gopher://x/y.gguf",
                "owner/repo",
                "models/x.gguf",
                "a\\b",
                "--log-file=x",
                "-x",
                "..",
                "a..b",
                "qwen3:",
                ":8b",
                "qwen3:8b:x",
                "qwen3:../8b",
                "$(id)",
                "a;b",
                "a b"
            })
    void whatIsNoReferenceIsRefused(String text) {
        ProblemException e = assertThrows(ProblemException.class, () -> ModelRef.parse(text));
        assertEquals(ProblemCode.INVALID_FIELD, e.problem().code());
        assertEquals("model", e.problem().param());
    }

    @Test
    void controlCharactersLineBreaksAndHiddenOnesAreRefusedAndNotRepeated() {
        for (String text :
                new String[] {"qwen3\n:8b", "a\u0000b", "a\u202eb", "hf:a/b\r\nAuthorization: x", "a\u001b[31m"}) {
            ProblemException e = assertThrows(ProblemException.class, () -> ModelRef.parse(text));
            assertTrue(
                    e.problem().message().chars().noneMatch(Character::isISOControl),
                    e.problem().message());
        }
    }

    @Test
    void aPasswordInAnAddressIsNotRepeated() {
        ProblemException e =
                assertThrows(ProblemException.class, () -> ModelRef.parse("https://me:hunter2@example.com/x.gguf"));
        assertFalse(e.problem().message().contains("hunter2"));
    }

    @Test
    void nothingIsMissingAndTooMuchIsTooLong() {
        assertEquals(
                ProblemCode.MISSING_FIELD,
                assertThrows(ProblemException.class, () -> ModelRef.parse("  "))
                        .problem()
                        .code());
        String message = assertThrows(ProblemException.class, () -> ModelRef.parse("x".repeat(1 << 20)))
                .problem()
                .message();
        assertTrue(message.length() < 300);
    }

    @Test
    void aRepositoryWithoutPrefixIsExplained() {
        ProblemException e = assertThrows(ProblemException.class, () -> ModelRef.parse("Qwen/Qwen3-8B-GGUF:Q4_K_M"));
        assertTrue(String.valueOf(e.problem().hint()).contains("hf:Qwen/Qwen3-8B-GGUF:Q4_K_M"));
    }

    @Test
    void onlyWhatSaysWhereItComesFromIsFetchable() {
        assertTrue(ModelRef.parse("qwen3:8b").fetchable());
        assertTrue(ModelRef.parse("hf:a/b").fetchable());
        assertTrue(ModelRef.parse("https://example.com/x.gguf").fetchable());
        assertFalse(ModelRef.parse("demo").fetchable());
        assertFalse(ModelRef.parse("/x.gguf").fetchable());
        ModelRef.Installed installed = assertInstanceOf(ModelRef.Installed.class, ModelRef.parse("Qwen3"));
        assertFalse(installed.fetchable());
        assertEquals("qwen3", installed.inLibrary().toString());
    }

    @Test
    void noTextBreaksTheParser() {
        String letters = "hf:/\\.-_ %@?#[]gguf:Q4~aZ0\n\u202e\ud83d";
        Random random = new Random(4);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder(i % 3 == 0 ? "hf:a/b" : i % 3 == 1 ? "https://a" : "");
            for (int n = random.nextInt(24); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                ModelRef ref = ModelRef.parse(text.toString());
                assertEquals(ref, ModelRef.parse(ref.toString()), () -> "seed 4: " + text);
            } catch (ProblemException e) {
                assertTrue(
                        e.problem().code() == ProblemCode.INVALID_FIELD
                                || e.problem().code() == ProblemCode.MISSING_FIELD,
                        () -> "seed 4: " + text);
            }
        }
    }
}
