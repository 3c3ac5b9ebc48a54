package dev.rbee.service.queen.store;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.Home;
import dev.rbee.service.sqlite.Sqlite;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairTest {
    @TempDir
    Path dir;

    private volatile Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void overwrittenPagesAreSeenAndTheBackupTakesTheirPlace() throws IOException {
        Home home = filled();
        try (RandomAccessFile file = new RandomAccessFile(home.database().toFile(), "rw")) {
            file.seek(4096);
            file.write(new byte[8192]);
        }
        expectRestored(home, List.of("mac"));
    }

    @Test
    void fileThatIsNoDatabaseIsReplaced() throws IOException {
        Home home = filled();
        Files.writeString(home.database(), "this is not a database, it is a text of some length that SQLite refuses");
        expectRestored(home, List.of("mac"));
    }

    @Test
    void emptiedFileIsNotTakenForAFreshOne() throws IOException {
        Home home = filled();
        Files.write(home.database(), new byte[0]);
        expectRestored(home, List.of("mac"));
    }

    @Test
    void damagedBackupIsSkipped() throws IOException {
        Home home = filled();
        now = now.plus(Duration.ofHours(2));
        open(home).close();
        Path newest = home.backups().resolve("beehives.1.db");
        assertTrue(Files.exists(home.backups().resolve("beehives.2.db")));
        Files.writeString(newest, "rubbish rubbish rubbish rubbish");
        Files.writeString(home.database(), "rubbish rubbish rubbish rubbish");
        expectRestored(home, List.of("mac"));
    }

    @Test
    void withoutBackupItBeginsEmptyAndKeepsTheOldFile() throws IOException {
        Home home = Home.at(dir).create();
        Files.writeString(home.database(), "rubbish rubbish rubbish rubbish");
        expectRestored(home, List.of());
    }

    @Test
    void threeBackupsAreKeptAnHourApart() throws IOException {
        Home home = filled();
        for (int i = 0; i < 6; i++) {
            now = now.plus(Duration.ofMinutes(61));
            open(home).close();
            open(home).close();
        }
        try (var files = Files.list(home.backups())) {
            assertEquals(
                    List.of("beehives.1.db", "beehives.2.db", "beehives.3.db"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertEquals(
                now,
                Files.getLastModifiedTime(home.backups().resolve("beehives.1.db"))
                        .toInstant());
    }

    @Test
    void backupFollowsAChangeOfValueInSeconds() throws IOException {
        Home home = Home.at(dir).create();
        try (Database database = open(home)) {
            new Nodes(database).add(TablesTest.node("mac"));
            nanos.addAndGet(Duration.ofSeconds(4).toNanos());
            Path backup = home.backups().resolve("beehives.1.db");
            await().until(() -> Files.exists(backup));
            assertNull(database.backupFailure());
        }
    }

    @Test
    void newerSchemaIsRefusedAndLeftAlone() throws IOException {
        Home home = filled();
        try (Database database = open(home)) {
            database.write(c -> {
                Sqlite.run(c, "PRAGMA user_version=99");
                return true;
            });
        }
        byte[] before = Files.readAllBytes(home.database());
        ProblemException refused = assertThrows(ProblemException.class, () -> open(home));
        assertEquals(ProblemCode.SCHEMA_NEWER, refused.problem().code());
        assertEquals(before.length, Files.size(home.database()));
    }

    private Home filled() {
        Home home = Home.at(dir).create();
        try (Database database = open(home)) {
            new Nodes(database).add(TablesTest.node("mac"));
        }
        return home;
    }

    private Database open(Home home) {
        return Database.open(home, () -> now, nanos::get);
    }

    private void expectRestored(Home home, List<String> names) throws IOException {
        try (Database database = open(home)) {
            String notice = database.notice();
            assertNotNull(notice);
            assertTrue(notice.contains("damaged"), notice);
            assertEquals(
                    names,
                    new Nodes(database)
                            .list().stream().map(node -> node.nodeName()).toList());
            try (var files = Files.list(home.path())) {
                assertEquals(
                        1,
                        files.filter(file -> file.getFileName().toString().matches("beehives\\.db\\.damaged-[0-9TZ]+"))
                                .count());
            }
        }
        try (Database again = open(home)) {
            assertNull(again.notice());
        }
    }
}
