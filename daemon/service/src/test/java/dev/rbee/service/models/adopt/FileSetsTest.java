package dev.rbee.service.models.adopt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileSetsTest {
    private static List<Found> sets(String... names) {
        return FileSets.of(Arrays.stream(names).map(Path::of).toList(), false);
    }

    @Test
    void partsAreOneModel() {
        List<Found> found = sets("M-00002-of-00002.gguf", "N.gguf", "M-00001-of-00002.gguf", "readme.md", ".x.gguf");
        assertEquals(2, found.size());
        assertEquals(
                List.of(Path.of("M-00001-of-00002.gguf"), Path.of("M-00002-of-00002.gguf")),
                found.get(0).parts());
        assertEquals(0, found.get(0).missing());
        assertEquals("N", found.get(1).stem());
    }

    @Test
    void missingPartsAreCountedAndSillyNumbersAreNone() {
        assertEquals(2, sets("M-00002-of-00003.gguf").getFirst().missing());
        for (String bad : List.of("M-00000-of-00002.gguf", "M-00003-of-00002.gguf", "M-00001-of-99999.gguf", ".gguf")) {
            assertEquals(List.of(), sets(bad), bad);
        }
    }

    @Test
    void aProjectorGoesWithTheModelOfItsNameAndIsNone() {
        List<Found> found = sets("gemma-3-4b-it-Q4_K_M.gguf", "mmproj-gemma-3-4b-it-F16.gguf", "Qwen3-8B-Q4_K_M.gguf");
        assertEquals(2, found.size());
        Found gemma = found.stream()
                .filter(each -> each.stem().startsWith("gemma"))
                .findFirst()
                .orElseThrow();
        assertEquals(Path.of("mmproj-gemma-3-4b-it-F16.gguf"), gemma.projector());
        assertNull(found.stream()
                .filter(each -> each.stem().startsWith("Qwen"))
                .findFirst()
                .orElseThrow()
                .projector());
    }

    @Test
    void theProjectorNamedAfterTheModelComesFirst() {
        List<Path> projectors =
                List.of(Path.of("mmproj-M-F16.gguf"), Path.of("M-Q8_0.mmproj.gguf"), Path.of("M-mmproj-BF16.gguf"));
        assertEquals(Optional.of(Path.of("M-Q8_0.mmproj.gguf")), Projectors.of("M-Q8_0", projectors, false));
        assertEquals(Optional.of(Path.of("mmproj-M-F16.gguf")), Projectors.of("M-Q4_0", projectors, false));
        assertEquals(Optional.empty(), Projectors.of("Other-Q4_0", projectors, false));
        assertEquals(Optional.of(Path.of("mmproj-M-F16.gguf")), Projectors.of("Other-Q4_0", projectors, true));
    }

    @Test
    void referencesComeFromWhatCachesSay() {
        assertEquals(
                List.of(
                        "hf:ggml-org/gemma-3-1b-it-GGUF:Q4_K_M",
                        "hf:ggml-org/gemma-3-1b-it-GGUF/gemma-3-1b-it-Q4_K_M.gguf"),
                HubRefs.ofCached("ggml-org_gemma-3-1b-it-GGUF_gemma-3-1b-it-Q4_K_M.gguf"));
        assertEquals(List.of(), HubRefs.ofCached("something.gguf"));
        assertEquals(List.of(), HubRefs.of("..", "repo", "file.gguf"));
        assertEquals(Optional.of("UD-Q4_K_XL"), HubRefs.quantization("Qwen3-30B-A3B-UD-Q4_K_XL.gguf"));
        assertEquals(Optional.empty(), HubRefs.quantization("model.gguf"));
    }
}
