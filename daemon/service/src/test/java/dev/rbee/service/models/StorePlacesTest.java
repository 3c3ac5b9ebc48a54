package dev.rbee.service.models;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.models.ImportModel;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.models.adopt.Found;
import dev.rbee.service.models.adopt.Origin;
import dev.rbee.service.models.adopt.Place;
import dev.rbee.service.models.adopt.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class StorePlacesTest {
    private static final Path ASSETS = Path.of(System.getProperty("rbee.assets"), "models");
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final AtomicInteger changes = new AtomicInteger();

    private ModelStore open(List<Place> places) {
        return new ModelStore(new StoreParts(
                folder.resolve("models"),
                ASSETS,
                places,
                InstantSource.system(),
                System::nanoTime,
                changes::incrementAndGet));
    }

    private static void model(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.copy(ASSETS.resolve("rbee-demo.gguf"), file);
    }

    private static String state(ModelStore store, String id) {
        return store.list().stream()
                .filter(each -> each.id().equals(id))
                .map(ModelEntry::state)
                .findFirst()
                .orElse("none");
    }

    @Test
    void aFolderThatIsAwayIsRememberedAlsoAfterARestart() throws IOException {
        Path share = folder.resolve("share");
        model(share.resolve("team/Alpha-Q8_0.gguf"));
        List<Place> places = Places.folders(List.of(share.toString()));
        try (ModelStore store = open(places)) {
            await().atMost(LONG).until(() -> state(store, "Alpha-Q8_0").equals("installed"));
            Files.move(share, folder.resolve("unplugged"));
            store.rescan();
            await().atMost(LONG).until(() -> state(store, "Alpha-Q8_0").equals("offline"));
            ProblemException away = assertThrows(ProblemException.class, () -> store.find("Alpha-Q8_0"));
            assertEquals("model_file_missing", away.problem().code().wire());
        }
        try (ModelStore again = open(places)) {
            await().atMost(LONG).until(() -> state(again, "Alpha-Q8_0").equals("offline"));
            Files.move(folder.resolve("unplugged"), share);
            int before = changes.get();
            again.rescan();
            await().atMost(LONG).until(() -> state(again, "Alpha-Q8_0").equals("installed"));
            assertTrue(changes.get() > before);
        }
    }

    @Test
    void aFolderThatHangsHoldsUpNobody() throws Exception {
        CountDownLatch hung = new CountDownLatch(1);
        Place place = new Place() {
            @Override
            public Path root() {
                return folder.resolve("hung");
            }

            @Override
            public Origin origin() {
                return Origin.FOLDER;
            }

            @Override
            public boolean named() {
                return true;
            }

            @Override
            public List<Found> scan() throws IOException {
                try {
                    hung.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return List.of();
            }
        };
        try (ModelStore store = open(List.of(place))) {
            assertEquals("installed", state(store, "demo"));
            assertEquals("demo", store.find("demo").id());
        } finally {
            hung.countDown();
        }
    }

    @Test
    void ofOneNameTheStoresOwnKeepsItAndTheOtherGetsAnotherThatStays() throws IOException {
        Path share = folder.resolve("share");
        model(share.resolve("Alpha.gguf"));
        model(folder.resolve("models/Alpha.gguf"));
        List<Place> places = Places.folders(List.of(share.toString()));
        String other;
        try (ModelStore store = open(places)) {
            await().atMost(LONG).until(() -> store.list().size() == 3);
            assertEquals("stored", store.entry("Alpha").origin());
            other = store.list().stream()
                    .filter(each -> "folder".equals(each.origin()))
                    .findFirst()
                    .orElseThrow()
                    .id();
            assertNotEquals("Alpha", other);
        }
        try (ModelStore again = open(places)) {
            await().atMost(LONG).until(() -> state(again, other).equals("installed"));
        }
    }

    @Test
    void whatIsDeletedElsewhereIsHiddenAndImportingItBringsItBack() throws IOException {
        Path share = folder.resolve("share");
        model(share.resolve("Alpha.gguf"));
        try (ModelStore store = open(Places.folders(List.of(share.toString())))) {
            await().atMost(LONG).until(() -> state(store, "Alpha").equals("installed"));
            assertEquals(0, store.delete("Alpha", Set.of(), false).freedBytes());
            assertEquals("none", state(store, "Alpha"));
            assertTrue(Files.exists(share.resolve("Alpha.gguf")));
            String path = share.resolve("Alpha.gguf").toRealPath().toString();
            assertEquals("folder", store.add(new ImportModel(path, null, null)).origin());
            assertEquals("installed", state(store, "Alpha"));
        }
    }

    @Test
    void modelsAreFoundByTheirOtherNames() throws IOException {
        Path studio = folder.resolve("home/.lmstudio/models/owner/Repo-GGUF");
        model(studio.resolve("Alpha-Q8_0.gguf"));
        try (ModelStore store = open(Places.caches(java.util.Map.of(), folder.resolve("home")))) {
            await().atMost(LONG).until(() -> state(store, "Alpha-Q8_0").equals("installed"));
            for (String name : List.of(
                    "hf:owner/Repo-GGUF:Q8_0",
                    "HF:owner/repo-gguf:q8_0",
                    "hf:owner/Repo-GGUF/Alpha-Q8_0.gguf",
                    "alpha-q8_0",
                    "Alpha-Q8_0.gguf")) {
                assertEquals("Alpha-Q8_0", store.find(name).id(), name);
            }
            assertEquals("lm_studio", store.entry("Alpha-Q8_0").origin());
        }
    }
}
