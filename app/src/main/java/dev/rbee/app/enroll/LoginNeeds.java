package dev.rbee.app.enroll;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** Which secret a login wants. */
public enum LoginNeeds {
    /** the password alone */
    PASSWORD,
    /** the passphrase of a key alone */
    PASSPHRASE,
    /** either */
    ANY;

    /** Out of the details of {@code ssh_login_needed}. */
    public static LoginNeeds of(Problem problem) {
        String details = problem.details();
        Set<String> needs = new TreeSet<>();
        try {
            Json.tree((details == null ? "{}" : details).getBytes(StandardCharsets.UTF_8))
                    .path("needs")
                    .forEach(each -> needs.add(each.asText()));
        } catch (ProblemException e) {
            return ANY;
        }
        if (needs.size() != 1) {
            return ANY;
        }
        return needs.contains("password") ? PASSWORD : PASSPHRASE;
    }

    /** The problem without details that only programs read. */
    public static Problem plain(Problem problem) {
        String details = problem.details();
        return details == null || !details.startsWith("{")
                ? problem
                : new Problem(problem.code(), problem.message(), problem.param(), problem.hint(), null);
    }
}
