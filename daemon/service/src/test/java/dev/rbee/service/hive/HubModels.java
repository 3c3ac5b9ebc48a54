package dev.rbee.service.hive;

import dev.rbee.contract.models.DownloadModel;
import dev.rbee.contract.models.RemoteFile;
import dev.rbee.testing.HubFile;
import dev.rbee.testing.HubServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Models at a hub: the demo model with bytes behind it, so that it is a model of any size and of its own content. */
final class HubModels {
    private static final Path DEMO = Path.of(System.getProperty("rbee.assets"), "models", "rbee-demo.gguf");

    private HubModels() {}

    /** Puts one there. */
    static HubFile put(HubServer hub, Path folder, String repo, String name, long size, long seed) throws IOException {
        Path file = folder.resolve("hub-" + seed + "-" + name);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(Files.readAllBytes(DEMO));
            Random random = new Random(seed);
            byte[] block = new byte[1 << 16];
            for (long left = size - Files.size(DEMO); left > 0; left -= block.length) {
                random.nextBytes(block);
                out.write(Arrays.copyOf(block, (int) Math.min(left, block.length)));
            }
        }
        hub.repo(repo).file(name, file);
        return hub.repo(repo).get(name);
    }

    /** What a queen sends a hive for it. */
    static DownloadModel order(HubServer hub, String repo, HubFile file) {
        return new DownloadModel("hf:" + repo + "/" + file.name(), null, List.of(remote(hub, repo, file)), null, null);
    }

    /** One file of it. */
    static RemoteFile remote(HubServer hub, String repo, HubFile file) {
        return remote(hub, repo, file, file.sha256());
    }

    /** The same with another hash, or none. */
    static RemoteFile remote(HubServer hub, String repo, HubFile file, @Nullable String sha256) {
        String url = hub.url() + "/" + repo + "/resolve/main/" + file.name();
        return new RemoteFile(file.name(), "model", url, file.size(), sha256);
    }
}
