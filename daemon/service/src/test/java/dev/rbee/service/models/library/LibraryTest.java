package dev.rbee.service.models.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.models.LibraryModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryTest {
    private static final Path FILE = Path.of(System.getProperty("rbee.assets"), "library.json");

    private static Library bundled() throws IOException {
        return Library.parse(Files.readAllBytes(FILE));
    }

    @Test
    void whatComesWithRbeeIsSoundAndSpansAllSizes() throws IOException {
        List<LibraryModel> models = bundled().models();
        assertTrue(models.size() >= 30, () -> models.size() + " models");
        List<LibraryModel.Variant> all =
                models.stream().flatMap(model -> model.variants().stream()).toList();
        assertTrue(all.stream().anyMatch(variant -> variant.parameters() < 150_000_000L));
        assertTrue(all.stream().anyMatch(variant -> variant.parameters() > 110_000_000_000L));
        for (LibraryModel.Variant variant : all) {
            double bits = 8.0 * variant.sizeBytes() / variant.parameters();
            assertTrue(bits > 3.9 && bits < 18, () -> variant + " has " + bits + " bits a weight");
            assertTrue(
                    bits > 7.9 || List.of("Q4_K_M", "UD-Q4_K_M", "MXFP4").contains(variant.quantization()),
                    variant::toString);
            Long active = variant.activeParameters();
            assertTrue(active == null || active < variant.parameters() / 2, variant::toString);
        }
    }

    @Test
    void everyModelIsFoundByItsNamesInAnyCase() throws IOException {
        Library library = bundled();
        for (LibraryModel model : library.models()) {
            Library.Found first = library.find(model.name(), null).orElseThrow();
            assertEquals(model.variants().getFirst(), first.variant());
            for (LibraryModel.Variant variant : model.variants()) {
                Library.Found found = library.find(
                                model.name().toUpperCase(Locale.ROOT),
                                variant.tag().toUpperCase(Locale.ROOT))
                        .orElseThrow();
                assertEquals(model.name() + ":" + variant.tag(), found.ref());
            }
        }
        assertTrue(library.find("qwen3", "999b").isEmpty());
        assertTrue(library.find("nothing", null).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema\": 1|\"schema\": 2|schema is 2",
                "\"smollm2\"|\"../smollm2\"|name ../smollm2",
                "\"smollm2\"|\"smollm3\"|smollm3 is there twice",
                "bartowski/SmolLM2-1.7B|bartowski/../SmolLM2-1.7B|lies in",
                "bartowski/SmolLM2-1.7B|https://elsewhere/SmolLM2-1.7B|lies in",
                "\"360m\"|\"135m\"|135m is there twice",
                "\"Q4_K_M\"|\"Q4 K M\"|quantization Q4 K M",
                "\"context\": 8192|\"context\": 0|context 0",
                "[\"chat\", \"small\"]|[\"chat\", \"flying\"]|flying",
                "[\"embedded\", \"llama-server\"]|[\"rm -rf\"]|runs on",
                "SmolLM2\",|Smol\\u001bLM2\",|title",
                "\"parameters\": 1710000000|\"parameters\": -1|no size",
                "\"models\"|\"modelz\"|names no models",
            })
    void aStrangeOneIsRefusedWithAReason(String good, String bad, String why) throws IOException {
        String text = Files.readString(FILE);
        assertTrue(text.contains(good), good);
        int at = text.indexOf(good);
        byte[] changed =
                (text.substring(0, at) + bad + text.substring(at + good.length())).getBytes(StandardCharsets.UTF_8);
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Library.parse(changed));
        assertTrue(String.valueOf(e.getMessage()).contains(why), e.getMessage());
    }
}
