package dev.rbee.service.queen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.client.ModelsClient;
import dev.rbee.contract.models.HubModel;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.queen.links.Machines;
import dev.rbee.service.settings.Settings;
import dev.rbee.testing.HubServer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub through a queen, which is the only one that knows its address and token. */
class HubRoutesTest {
    @Test
    void theHubIsSearchedThroughTheQueen(@TempDir Path folder) {
        try (HubServer hub = HubServer.start();
                TestQueen queen = new TestQueen(
                        folder,
                        List.of(),
                        _ -> List.of(),
                        Machines.overSsh(Home.at(folder), Installation.current(), List.of(), InstantSource.system()),
                        Settings.defaults(),
                        Map.of("HF_ENDPOINT", hub.url(), "HF_TOKEN", hub.token()))) {
            hub.repo("owner/one-GGUF").file("one-Q4_K_M.gguf", new byte[10]);
            hub.repo("owner/two-GGUF").hidden().file("two-Q8_0.gguf", new byte[20]);
            ModelsClient models = new ModelsClient(queen.remote());
            List<HubModel> hits = models.search("one", 5, "downloads");
            assertEquals(
                    List.of("owner/one-GGUF"), hits.stream().map(HubModel::repo).toList());
            HubModel hidden = models.repo("owner/two-GGUF");
            assertTrue(hidden.files() != null && hidden.files().getFirst().ref().equals("hf:owner/two-GGUF:Q8_0"));
            assertTrue(hub.requests().stream().allMatch(r -> hub.token().equals(r.token())));
            ProblemException none = assertThrows(ProblemException.class, () -> models.repo("owner/none"));
            assertEquals(ProblemCode.SOURCE_NOT_FOUND, none.problem().code());
            assertEquals(400, queen.status("GET", "/v1/models/search?q=x&limit=0", TestQueen.TOKEN));
            assertEquals(401, queen.status("GET", "/v1/models/search?q=x", null));
        }
    }
}
