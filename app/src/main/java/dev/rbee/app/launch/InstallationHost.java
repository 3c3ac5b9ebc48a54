package dev.rbee.app.launch;

import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.KnownComponents;
import dev.rbee.client.Proof;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The queen of the installation in one folder. */
final class InstallationHost implements QueenHost {
    private final Path home;
    private final Http http = new Http();

    InstallationHost(Path home) {
        this.home = home;
    }

    /** The folder that {@code RBEE_HOME} names, else {@code .rbee} in the user's home. */
    static Path home(Map<String, String> environment) {
        String named = environment.get("RBEE_HOME");
        return (named == null || named.isBlank() ? Path.of(System.getProperty("user.home"), ".rbee") : Path.of(named))
                .toAbsolutePath()
                .normalize();
    }

    @Override
    public Serving start() {
        return running("queen")
                .map(url -> new Serving(url, false))
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.QUEEN_NOT_FOUND,
                        "No queen runs for the folder " + home + ".",
                        "Start one with rbee --daemon, then try again."));
    }

    @Override
    public void stopQueen() {}

    @Override
    public String token() {
        try {
            return Files.readString(home.resolve("token")).strip();
        } catch (IOException e) {
            throw ProblemException.of(
                    ProblemCode.CONFIG_INVALID,
                    "There is no token in " + home + " yet.",
                    "Start rbee --daemon once; it makes one.");
        }
    }

    @Override
    public List<String> registries() {
        Set<String> all = new LinkedHashSet<>();
        written("registry").ifPresent(all::add);
        all.addAll(new KnownComponents(home.resolve("known_components.json")).urls("registry"));
        all.add("http://127.0.0.1:7830");
        return List.copyOf(all);
    }

    /** The address of a daemon that says it runs, and has proven that it is this installation's. */
    private Optional<String> running(String component) {
        return written(component).filter(url -> Proof.holds(http, url, Credential.admin(token())));
    }

    private Optional<String> written(String component) {
        try {
            byte[] file = Files.readAllBytes(home.resolve("run").resolve(component + ".json"));
            String url = Json.tree(file).path("url").asText("");
            return url.isEmpty() ? Optional.empty() : Optional.of(url);
        } catch (IOException | ProblemException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
