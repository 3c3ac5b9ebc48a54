package dev.rbee.service.models.fetch;

import java.nio.file.Path;
import java.util.Set;
import okhttp3.Dns;

/** A process that fetches one file, to be killed. Arguments: folder, address, allowed host, size, SHA-256. */
public final class FetchMain {
    private FetchMain() {}

    /** Exit code 0 once the file is in its place. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        SourceRules rules = SourceRules.of(SourceRules.PUBLIC_HUB, Set.of(arguments[2]));
        try (HttpFetcher fetcher = new HttpFetcher(FetchHome.setup(rules, Dns.SYSTEM, FreeSpace.ofDisk()))) {
            FetchRequest request = new FetchRequest(
                    "model.gguf",
                    new FetchSource.Outside(arguments[1], null),
                    folder.resolve("partial/key.part"),
                    Long.valueOf(arguments[3]),
                    arguments[4],
                    sha256 -> folder.resolve("blobs/sha256-" + sha256));
            Fetched fetched = fetcher.fetch(request, new FetchControl());
            System.out.println(fetched);
        }
        System.exit(0);
    }
}
