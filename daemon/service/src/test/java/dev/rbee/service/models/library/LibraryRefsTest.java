package dev.rbee.service.models.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.models.LibraryModel;
import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryRefsTest {
    private static Library library() throws IOException {
        return Library.parse(Files.readAllBytes(Path.of(System.getProperty("rbee.assets"), "library.json")));
    }

    @Test
    void everyEntryIsAReferenceThatLeadsToTheHub() throws IOException {
        Library library = library();
        for (LibraryModel model : library.models()) {
            for (LibraryModel.Variant variant : model.variants()) {
                String text = model.name() + ":" + variant.tag();
                ModelRef.Library ref = (ModelRef.Library) ModelRef.parse(text);
                ModelRef.Hub hub = LibraryRefs.hub(library, ref);
                assertEquals("hf:" + variant.repo() + ":" + variant.quantization(), hub.toString());
                assertEquals(hub, ModelRef.parse(hub.toString()));
            }
            ModelRef.Library alone = ((ModelRef.Installed) ModelRef.parse(model.name())).inLibrary();
            assertTrue(LibraryRefs.has(library, alone), model.name());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "qwen3:9b|There are qwen3:8b, qwen3:0.6b",
                "quen3:8b|Did you mean qwen3?",
                "completely-unheard-of:1b|Nothing there has such a name.",
            })
    void whatIsNotThereIsSaidWithWhatComesNear(String text, String hint) throws IOException {
        Library library = library();
        ModelRef.Library ref = (ModelRef.Library) ModelRef.parse(text);
        assertFalse(LibraryRefs.has(library, ref));
        Problem problem = assertThrows(ProblemException.class, () -> LibraryRefs.hub(library, ref))
                .problem();
        assertEquals(ProblemCode.MODEL_NOT_FOUND, problem.code());
        assertTrue(String.valueOf(problem.hint()).startsWith(hint), problem::toString);
    }
}
