package dev.rbee.service.queen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import dev.rbee.service.cli.Daemons;
import dev.rbee.service.cli.Shell;
import dev.rbee.service.cli.Surroundings;
import dev.rbee.service.cli.Terminal;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.settings.EffectiveSettings;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Runs commands against a queen by her address, as a script does: nobody sits at the terminal. */
final class Typist {
    private final Path home;
    private final String queen;

    Typist(Path home, String queen) {
        this.home = home;
        this.queen = queen;
    }

    /** What came of it. */
    record Said(int exit, String out, String err) {
        JsonNode json() {
            return Json.tree(out.getBytes(StandardCharsets.UTF_8));
        }
    }

    Said type(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                false,
                false);
        int exit = Shell.run(
                new Surroundings(
                        Map.of("RBEE_QUEEN", queen, "RBEE_TOKEN", TestQueen.TOKEN),
                        Home.at(home),
                        Installation.current(),
                        terminal,
                        InstantSource.system(),
                        new NoDaemons()),
                words);
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The queen is named, so nothing is looked for or started. */
    private static final class NoDaemons implements Daemons {
        @Override
        public Optional<String> localQueen() {
            return Optional.empty();
        }

        @Override
        public Started start(EffectiveSettings settings) {
            throw new AssertionError("nothing is to be started");
        }

        @Override
        public int run(Part part, EffectiveSettings settings, Consumer<String> ready) {
            throw new AssertionError("nothing is to be run");
        }

        @Override
        public int worker(LoneWorker worker, EffectiveSettings settings, Consumer<String> ready) {
            throw new AssertionError("nothing is to be run");
        }

        @Override
        public Runnable onInterrupt(BooleanSupplier handler) {
            return () -> {};
        }

        @Override
        public boolean ending() {
            return false;
        }

        @Override
        public Runnable atEnd(Runnable last) {
            return () -> {};
        }
    }
}
