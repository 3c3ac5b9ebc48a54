package dev.rbee.client.ssh;

import com.jcraft.jsch.JSchException;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in words, and with a code, why nobody could log in. Without state. */
final class LoginProblems {
    private LoginProblems() {}

    /** {@code via}: the last machine on the way; null where there is none. */
    static ProblemException of(
            SshTarget target,
            @Nullable SshTarget via,
            HostKeyCheck check,
            Identities keys,
            Answers answers,
            SshLogin login,
            JSchException e) {
        byte[] met = check.met();
        if (met == null) {
            return unreachable(target, via, e);
        }
        HostKeys.Verdict verdict = check.verdict();
        if (verdict instanceof HostKeys.Verdict.Changed changed) {
            return changed(target, met, changed);
        }
        String said = String.valueOf(e.getMessage());
        if (verdict instanceof HostKeys.Verdict.Unknown && said.contains("HostKey")) {
            return unknown(target, met);
        }
        return said.startsWith("Auth ") ? login(target, keys, answers, login, said) : unreachable(target, via, e);
    }

    private static ProblemException unknown(SshTarget target, byte[] met) {
        String fingerprint = Fingerprints.of(met);
        return problem(
                ProblemCode.HOST_KEY_UNKNOWN,
                "The host key of " + host(target) + " is not known yet. Its fingerprint is " + fingerprint + " ("
                        + Fingerprints.type(met) + ").",
                "Compare it with what the machine itself says (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub), then accept it.",
                hostKey(target, met));
    }

    private static ProblemException changed(SshTarget target, byte[] met, HostKeys.Verdict.Changed changed) {
        Map<String, Object> details = hostKey(target, met);
        details.put("expected", changed.expected());
        details.put("file", changed.file().toString());
        return problem(
                ProblemCode.HOST_KEY_CHANGED,
                host(target) + " shows another host key than before: " + Fingerprints.of(met) + " instead of "
                        + String.join(" or ", changed.expected()) + ". Nothing was sent.",
                "Somebody may be in between. If the machine was set up anew, remove its line from " + changed.file()
                        + " and accept the new key.",
                details);
    }

    private static Map<String, Object> hostKey(SshTarget target, byte[] met) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("fingerprint", Fingerprints.of(met));
        details.put("key_type", Fingerprints.type(met));
        details.put("host", host(target));
        return details;
    }

    private static ProblemException login(
            SshTarget target, Identities keys, Answers answers, SshLogin login, String said) {
        List<String> tried = new ArrayList<>(keys.tried());
        if (answers.said()) {
            tried.add("the password");
        }
        String list = tried.isEmpty() ? "nothing could be tried" : "refused " + String.join(", ", tried);
        String faults = keys.faults().isEmpty() ? "" : "; " + String.join("; ", keys.faults());
        boolean takesPassword = said.contains("password") || said.contains("keyboard-interactive");
        String question = answers.unanswerable();
        if (question != null) {
            String asks = target + " asks for something rbee cannot answer: " + question;
            return problem(
                    ProblemCode.SSH_LOGIN_REFUSED, asks, "Log in with a key that needs no second factor.", Map.of());
        }
        List<String> needs = new ArrayList<>();
        if (!keys.locked().isEmpty()) {
            needs.add("passphrase");
        }
        boolean wrongPassphrase =
                login.passphrase() != null && keys.faults().stream().anyMatch(f -> f.contains("passphrase"));
        if (takesPassword && login.password() == null && !wrongPassphrase) {
            needs.add("password");
        }
        if (needs.isEmpty() || (answers.said() && !needs.contains("passphrase"))) {
            return problem(
                    ProblemCode.SSH_LOGIN_REFUSED,
                    target + " does not let rbee in: " + list + faults + ".",
                    hint(target, takesPassword),
                    Map.of());
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("needs", needs);
        if (!keys.locked().isEmpty()) {
            details.put("keys", keys.locked().stream().map(Object::toString).toList());
        }
        String missing = keys.locked().isEmpty()
                ? "a password"
                : "the passphrase of " + keys.locked().getFirst()
                        + (needs.contains("password") ? " or a password" : "");
        return problem(
                ProblemCode.SSH_LOGIN_NEEDED,
                target + " needs " + missing + " (" + list + faults + ").",
                "Give it and try again.",
                details);
    }

    private static String hint(SshTarget target, boolean takesPassword) {
        return "Check the user name" + (takesPassword ? " and the password" : "")
                + ", or put your public key there: ssh-copy-id -p " + target.port() + " " + target.user() + "@"
                + target.host();
    }

    private static ProblemException unreachable(SshTarget target, @Nullable SshTarget via, JSchException e) {
        String way = via == null ? "" : " through " + via;
        String what = target.host() + " port " + target.port() + way;
        Throwable cause = e.getCause();
        String words = switch (cause) {
            case UnknownHostException u -> "The name " + target.host() + " is not known" + way + ".";
            case NoRouteToHostException n -> "There is no way to " + what + ".";
            case ConnectException c -> what + " refuses the connection: no SSH server listens there.";
            case SocketTimeoutException s -> what + " does not answer.";
            case null, default -> what + " cannot be reached by SSH: " + Cleaner.line(String.valueOf(e.getMessage()));
        };
        return new ProblemException(
                Problem.of(
                        ProblemCode.SSH_UNREACHABLE, words, "Check name, port, network and that the SSH server runs."),
                e);
    }

    /** The whole connect took too long. */
    static ProblemException late(SshTarget target, long seconds) {
        return ProblemException.of(
                ProblemCode.SSH_UNREACHABLE,
                target + " could not be logged in to within " + seconds + " s.",
                "Check that the machine is up and the network works.");
    }

    private static String host(SshTarget target) {
        return KnownHost.name(target.host(), target.port());
    }

    private static ProblemException problem(
            ProblemCode code, String message, String hint, Map<String, Object> details) {
        Problem problem = Problem.of(code, message, hint);
        return new ProblemException(details.isEmpty() ? problem : problem.withDetails(Json.write(details)));
    }
}
