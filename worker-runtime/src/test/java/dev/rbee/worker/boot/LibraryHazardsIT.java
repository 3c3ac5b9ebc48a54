package dev.rbee.worker.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.worker.child.BareLibrary;
import dev.rbee.worker.child.ModelMaker;
import dev.rbee.worker.child.WorkerChild;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the library does without rbee's guards. Should one of these fail because the library has learnt better, its guard
 * in {@link GuardsIT} may go.
 */
class LibraryHazardsIT {
    @TempDir
    Path dir;

    private record End(int code, String out) {}

    private End bare(String hazard, Path model) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + dir.resolve("hs_err.log"),
                "-Xmx64m",
                "-Djava.io.tmpdir=" + dir,
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                BareLibrary.class.getName(),
                hazard,
                model.toString()));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new End(child.waitFor(), out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"logprobs", "schema", "no-messages", "bad-json", "pooling"})
    void endsTheProcess(String hazard) throws Exception {
        assertNotEquals(0, bare(hazard, WorkerChild.DEMO).code());
    }

    @Test
    void aTemplateThatFailsEndsTheProcess() throws Exception {
        Path model = new ModelMaker().withTemplate(dir.resolve("m.gguf"), GuardsIT.FRAGILE);
        assertNotEquals(0, bare("template", model).code());
    }

    @Test
    void anEmojiSpoilsTheMessage() throws Exception {
        End end = bare("emoji", WorkerChild.DEMO);
        assertFalse(end.code() == 0 && end.out().contains("one \uD83D\uDE00 two three"), end.out());
    }

    @Test
    void aBadGrammarIsIgnored() throws Exception {
        End end = bare("grammar", WorkerChild.DEMO);
        assertTrue(end.code() != 0 || end.out().length() > 5, end.out());
    }

    @Test
    void aPromptThatIsTooLongIsCutSilently() throws Exception {
        assertEquals(0, bare("too-long", WorkerChild.DEMO).code());
    }

    @Test
    void foreignTemporaryFilesAreDeleted() throws Exception {
        assertTrue(bare("temp", WorkerChild.DEMO).out().contains("false"));
        assertFalse(Files.exists(dir.resolve("llama-notes.txt")));
    }
}
