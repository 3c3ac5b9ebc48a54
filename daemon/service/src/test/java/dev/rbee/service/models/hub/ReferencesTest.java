package dev.rbee.service.models.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.gguf.GgufReader;
import dev.rbee.contract.models.HubModel;
import dev.rbee.contract.models.LibraryModel;
import dev.rbee.contract.models.RemoteFile;
import dev.rbee.contract.models.ResolvedModel;
import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.models.fetch.FetchSetup;
import dev.rbee.service.models.fetch.FreeSpace;
import dev.rbee.service.models.fetch.SourceRules;
import dev.rbee.service.models.fetch.Throttle;
import dev.rbee.service.models.fetch.Web;
import dev.rbee.service.models.library.Library;
import dev.rbee.testing.HubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    private static final Path ASSETS = Path.of(System.getProperty("rbee.assets"));
    private static final Path DEMO = ASSETS.resolve("models/rbee-demo.gguf");
    private static final String REPO = "owner/Some-Model-GGUF";

    private HubServer server;
    private Web web;
    private @Nullable String token;
    private References references;

    @BeforeEach
    void start() throws IOException {
        server = HubServer.start();
        SourceRules rules = SourceRules.of(server.url(), Set.of(server.storage()));
        web = new Web(new FetchSetup(
                rules,
                Map.of(),
                Dns.SYSTEM,
                4,
                Throttle.none(),
                FreeSpace.ofDisk(),
                0,
                4,
                Duration.ofMillis(10),
                Duration.ofSeconds(20),
                System::nanoTime,
                new Random(1)));
        Library library = Library.parse(Files.readAllBytes(ASSETS.resolve("library.json")));
        references = new References(web, () -> Optional.ofNullable(token), () -> library);
    }

    @AfterEach
    void end() {
        web.close();
        server.close();
    }

    private ResolvedModel resolve(String ref) {
        return references.resolve(ModelRef.parse(ref));
    }

    private Problem refused(String ref) {
        return assertThrows(ProblemException.class, () -> resolve(ref), ref).problem();
    }

    private void repository() {
        byte[] some = new byte[1000];
        server.repo(REPO)
                .file("Some-Model-Q8_0.gguf", new byte[3000])
                .file("Some-Model-Q4_K_M.gguf", new byte[2000])
                .file("Some-Model-UD-Q2_K_XL.gguf", some)
                .file("BF16/Some-Model-BF16-00001-of-00002.gguf", new byte[5000])
                .file("BF16/Some-Model-BF16-00002-of-00002.gguf", new byte[4000])
                .file("Some-Model-F32-00001-of-00002.gguf", some)
                .file("mmproj-F32.gguf", some)
                .file("mmproj-F16.gguf", new byte[700])
                .file("Some-Model.imatrix.gguf", some)
                .small("../../evil-Q4_0.gguf", some)
                .small("a/../../evil-Q5_0.gguf", some)
                .small("README.md", some)
                .license("mit");
    }

    @Test
    void aRepositoryIsItsModelsByQuantization() {
        repository();
        HubModel described = references.hub().repository("owner", "Some-Model-GGUF");
        assertEquals("mit", described.license());
        assertFalse(described.gated());
        List<HubModel.HubFile> files = described.files();
        assertTrue(files != null);
        assertEquals(
                List.of("UD-Q2_K_XL 1", "Q4_K_M 1", "Q8_0 1", "BF16 2"),
                files.stream().map(f -> f.quantization() + " " + f.parts()).toList());
        assertEquals("hf:" + REPO + ":BF16", files.getLast().ref());
        assertEquals(9000, files.getLast().sizeBytes());
    }

    @Test
    void aReferenceMeansItsFilesInOrderWithTheProjectorLast() {
        repository();
        ResolvedModel split = resolve("hf:" + REPO + ":bf16");
        assertEquals("hf:" + REPO + ":BF16", split.ref());
        assertEquals("Some-Model-BF16", split.name());
        assertEquals(9700, split.totalBytes());
        assertEquals(
                List.of(
                        "Some-Model-BF16-00001-of-00002.gguf model",
                        "Some-Model-BF16-00002-of-00002.gguf model",
                        "mmproj-F16.gguf mmproj"),
                split.files().stream().map(f -> f.name() + " " + f.role()).toList());
        RemoteFile first = split.files().getFirst();
        assertEquals(server.url() + "/" + REPO + "/resolve/main/BF16/Some-Model-BF16-00001-of-00002.gguf", first.url());
        assertEquals(
                server.repo(REPO)
                        .get("BF16/Some-Model-BF16-00001-of-00002.gguf")
                        .sha256(),
                first.sha256());
        assertEquals(split, resolve("hf:" + REPO + "/BF16/Some-Model-BF16-00002-of-00002.gguf"));
        assertEquals(split, resolve(String.valueOf(first.url())));
    }

    @Test
    void whatIsNotSaidIsChosenWell() {
        repository();
        assertEquals("hf:" + REPO + ":Q4_K_M", resolve("hf:" + REPO).ref());
        assertEquals(
                "hf:" + REPO + ":UD-Q2_K_XL", resolve("hf:" + REPO + ":Q2_K_XL").ref());
        server.repo("owner/odd").file("weights.gguf", new byte[10]);
        ResolvedModel odd = resolve("hf:owner/odd");
        assertEquals("hf:owner/odd/weights.gguf", odd.ref());
        assertNull(odd.quantization());
    }

    @Test
    void whatIsNotThereIsSaidWithWhatIs() {
        repository();
        Problem quantization = refused("hf:" + REPO + ":Q6_K");
        assertEquals(ProblemCode.SOURCE_NOT_FOUND, quantization.code());
        assertTrue(String.valueOf(quantization.hint()).contains("Q4_K_M, Q8_0, BF16"), quantization.toString());
        assertEquals(
                ProblemCode.SOURCE_NOT_FOUND,
                refused("hf:" + REPO + "/mmproj-F16.gguf").code());
        assertEquals(
                ProblemCode.SOURCE_NOT_FOUND,
                refused("hf:" + REPO + "/Some-Model-F32-00001-of-00002.gguf").code());
        assertEquals(ProblemCode.SOURCE_NOT_FOUND, refused("hf:nobody/nothing").code());
        server.repo("owner/plain").small("model.safetensors", new byte[1]);
        assertTrue(refused("hf:owner/plain").message().contains("no GGUF"));
        assertEquals(ProblemCode.MODEL_NOT_FOUND, refused("nothing:1b").code());
        assertEquals(ProblemCode.MODEL_NOT_FOUND, refused("nothing").code());
        assertEquals(ProblemCode.INVALID_FIELD, refused("demo").code());
        assertEquals(ProblemCode.INVALID_FIELD, refused("/x.gguf").code());
    }

    @Test
    void theCatalogueNamesRepositories() throws IOException {
        LibraryModel model = Library.parse(Files.readAllBytes(ASSETS.resolve("library.json")))
                .models()
                .getFirst();
        LibraryModel.Variant variant = model.variants().getFirst();
        String file = "x-" + variant.quantization() + ".gguf";
        server.repo(variant.repo()).file(file, new byte[123]);
        ResolvedModel found = resolve(model.name() + ":" + variant.tag());
        assertEquals(model.name() + ":" + variant.tag(), found.ref());
        assertEquals(file, found.files().getFirst().name());
        assertEquals(found, resolve(model.name()));
        assertTrue(references.inLibrary(ModelRef.parse(model.name())));
        assertFalse(references.inLibrary(ModelRef.parse("hf:" + variant.repo())));
    }

    @Test
    void addressesAreAskedForSizes() {
        server.repo("o/r")
                .file("big-Q8_0-00001-of-00002.gguf", new byte[10])
                .file("big-Q8_0-00002-of-00002.gguf", new byte[20]);
        ResolvedModel found = resolve(server.plainUrl("o/r", "big-Q8_0-00001-of-00002.gguf"));
        assertEquals("big-Q8_0", found.name());
        assertEquals("Q8_0", found.quantization());
        assertEquals(30, found.totalBytes());
        assertEquals(
                ProblemCode.SOURCE_FORBIDDEN,
                refused("http://127.0.0.1:1/x.gguf").code());
    }

    @Test
    void searchFindsWhatCanBeFetched() {
        repository();
        server.repo("owner/Other-GGUF")
                .downloads(5000)
                .file("o-Q4_0.gguf", new byte[1])
                .gated();
        server.repo("owner/Other-safetensors").tags("safetensors");
        server.repo("strange--name/Other-GGUF");
        List<HubModel> hits = references.hub().search("OWNER gguf", 10, null);
        assertEquals(
                List.of("owner/Other-GGUF", REPO),
                hits.stream().map(HubModel::repo).toList());
        assertTrue(hits.getFirst().gated());
        assertEquals(5000, hits.getFirst().downloads());
        assertNull(hits.getFirst().files());
        assertThrows(ProblemException.class, () -> references.hub().search("x", 10, "size"));
        assertThrows(ProblemException.class, () -> references.hub().search("x", 0, null));
        assertThrows(ProblemException.class, () -> references.hub().repository("..", "x"));
    }

    @Test
    void theTokenOpensWhatIsHiddenAndABadOneIsSaid() {
        server.repo("secret/model").file("m-Q4_0.gguf", new byte[5]).hidden();
        assertEquals(ProblemCode.SOURCE_NOT_FOUND, refused("hf:secret/model").code());
        token = server.token();
        assertEquals("m-Q4_0", resolve("hf:secret/model").name());
        token = "hf_nonsense";
        Problem bad = refused("hf:secret/model");
        assertEquals(ProblemCode.HUB_UNAUTHORIZED, bad.code());
        assertFalse(bad.toString().contains("nonsense"));
        token = null;
        server.faults().refuseAtHub(429, 1, "99999");
        assertEquals(ProblemCode.HUB_RATE_LIMITED, refused("hf:secret/model").code());
        server.faults().refuseAtHub(503, 2, null);
        assertEquals(ProblemCode.SOURCE_NOT_FOUND, refused("hf:secret/model").code());
    }

    @Test
    void headersAreReadWithoutFetchingTheFile() {
        server.repo("o/r").file("demo-F16.gguf", DEMO);
        ResolvedModel model = resolve("hf:o/r");
        assertEquals(GgufReader.read(DEMO), references.header(model));
        assertTrue(server.sent() < server.repo("o/r").get("demo-F16.gguf").size() / 2, "sent " + server.sent());
        server.repo("o/bad").file("bad-F16.gguf", new byte[5000]);
        ResolvedModel bad = resolve("hf:o/bad");
        ProblemException e = assertThrows(ProblemException.class, () -> references.header(bad));
        assertEquals(ProblemCode.MODEL_INVALID, e.problem().code());
    }
}
