package dev.rbee.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of a login over SSH, and the questions that come up on the way in. Not thread-safe. */
final class LoginTalk {
    /** Jump hosts and the machine itself, a passphrase, a password. */
    private static final int MOST_QUESTIONS = 6;

    @Option(
            names = "--password",
            description = "Ask for the login's password (never an argument: others could read it).")
    boolean askPassword;

    @Option(names = "--passphrase", description = "Ask for the passphrase of the key.")
    boolean askPassphrase;

    @Option(names = "--remember", description = "Keep both in a file that only you can read; else in memory only.")
    boolean remember;

    @Option(
            names = "--accept-host-key",
            paramLabel = "SHA256:…",
            split = ",",
            description = "The fingerprint of the machine's host key, seen on the machine itself.")
    List<String> accepted = new ArrayList<>();

    private @Nullable String password;
    private @Nullable String passphrase;

    @Nullable
    String password() {
        return password;
    }

    @Nullable
    String passphrase() {
        return passphrase;
    }

    /** All that were accepted, in one field. */
    @Nullable
    String acceptHostKey() {
        return accepted.isEmpty() ? null : String.join(",", accepted);
    }

    /** Asks for what the options name. */
    void begin(Ask ask) {
        if (askPassphrase) {
            passphrase = ask.secret("passphrase");
        }
        if (askPassword) {
            password = ask.secret("password");
        }
    }

    /** Does it, and again with what was asked for meanwhile. Throws the problem that nobody could answer. */
    <T> T with(Ask ask, Supplier<T> work) {
        for (int i = 0; ; i++) {
            try {
                return work.get();
            } catch (ProblemException e) {
                if (i >= MOST_QUESTIONS) {
                    throw e;
                }
                answer(ask, e);
            }
        }
    }

    private void answer(Ask ask, ProblemException e) {
        Problem problem = e.problem();
        JsonNode details = details(problem);
        if (problem.code() == ProblemCode.HOST_KEY_UNKNOWN) {
            acceptKey(ask, e, details);
        } else if (problem.code() == ProblemCode.SSH_LOGIN_NEEDED && ask.person()) {
            login(ask, e, details);
        } else {
            throw e;
        }
    }

    private void acceptKey(Ask ask, ProblemException e, JsonNode details) {
        String fingerprint = details.path("fingerprint").asText("");
        if (fingerprint.isEmpty() || accepted.contains(fingerprint)) {
            throw e;
        }
        Problem problem = e.problem();
        if (!ask.person()) {
            throw new ProblemException(new Problem(
                    problem.code(),
                    problem.message(),
                    problem.param(),
                    "Compare it with the machine's own, then repeat with --accept-host-key "
                            + String.join(",", withAccepted(fingerprint)) + ".",
                    problem.details()));
        }
        ask.show("This is the first contact with " + details.path("host").asText("the machine") + ".");
        ask.show("Its " + details.path("key_type").asText("host") + " key has the fingerprint " + fingerprint + ".");
        ask.show("The machine itself tells its own with: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub");
        if (!ask.yes("Are they the same?", false)) {
            throw e;
        }
        accepted.add(fingerprint);
    }

    private List<String> withAccepted(String fingerprint) {
        List<String> all = new ArrayList<>(accepted);
        all.add(fingerprint);
        return all;
    }

    private void login(Ask ask, ProblemException e, JsonNode details) {
        Set<String> needs = new TreeSet<>();
        details.path("needs").forEach(each -> needs.add(each.asText()));
        boolean key = needs.contains("passphrase") && passphrase == null;
        boolean word = needs.contains("password") && password == null;
        if (!key && !word) {
            throw e;
        }
        ask.show(e.problem().message());
        if (key) {
            passphrase = ask.secret("passphrase");
        } else {
            password = ask.secret("password");
        }
    }

    private static JsonNode details(Problem problem) {
        String text = problem.details();
        if (text != null && text.startsWith("{")) {
            try {
                return Json.tree(text.getBytes(StandardCharsets.UTF_8));
            } catch (ProblemException e) {
                // words then, not fields
            }
        }
        return Json.MAPPER.createObjectNode();
    }
}
