package dev.rbee.service.hive.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Release archives, for tests of other packages. */
public final class EngineArchives {
    private EngineArchives() {}

    /** One with that program in it. */
    public static Path tarGz(Path program, Path archive) throws IOException {
        byte[] bytes = Files.readAllBytes(program);
        return new TarMaker()
                .folder("build/bin/")
                .entry(
                        "build/bin/" + program.getFileName(),
                        "",
                        '0',
                        Files.isExecutable(program) ? 0755 : 0644,
                        bytes.length,
                        bytes)
                .entry("build/LICENSE", "", '0', 0644, 3, "MIT".getBytes(StandardCharsets.UTF_8))
                .write(archive);
    }
}
