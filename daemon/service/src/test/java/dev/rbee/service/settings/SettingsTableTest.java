package dev.rbee.service.settings;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsTableTest {
    @Test
    void theDocumentListsEveryKey() throws IOException {
        Path document = Path.of(System.getProperty("rbee.assets")).resolveSibling("docs/settings.md");
        assertTrue(
                Files.readString(document).contains(SettingsTable.markdown()),
                "docs/settings.md should contain this table:\n" + SettingsTable.markdown());
    }
}
