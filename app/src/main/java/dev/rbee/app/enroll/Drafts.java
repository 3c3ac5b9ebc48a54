package dev.rbee.app.enroll;

import dev.rbee.app.words.Words;
import dev.rbee.contract.nodes.AddNode;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is asked for when a machine is added. Pure. */
final class Drafts {
    private static final Words WORDS = Words.of(Drafts.class);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:]*");

    private Drafts() {}

    /** With the fingerprints that the user has accepted, with commas between where a machine on the way has one of its own. */
    static AddNode trusting(AddNode draft, Collection<String> fingerprints) {
        return fingerprints.isEmpty() ? draft : with(draft, String.join(",", fingerprints));
    }

    private static AddNode with(AddNode draft, String fingerprints) {
        return new AddNode(
                draft.nodeName(),
                draft.sshHost(),
                draft.sshPort(),
                draft.sshUser(),
                draft.sshKeyPath(),
                draft.gitRepoUrl(),
                draft.gitBranch(),
                draft.installPath(),
                fingerprints,
                draft.password(),
                draft.keyPassphrase(),
                draft.remember(),
                draft.proxyJump(),
                draft.start(),
                draft.expectGpu());
    }

    /** A name for the machine of that address: the first part of a host name, an IP address with dashes. */
    static String name(String host) {
        String last = host.substring(host.lastIndexOf('@') + 1).strip();
        String part = ADDRESS.matcher(last).matches() ? last : last.split("\\.", 2)[0];
        String clean =
                part.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return clean.length() > 63 ? clean.substring(0, 63) : clean;
    }

    /** Why this name cannot be; null where it can. */
    static @Nullable String wrongName(String name, Collection<String> taken) {
        if (!NAME.matcher(name).matches()) {
            return WORDS.get("a.name.has.1.to");
        }
        return taken.contains(name) ? WORDS.get("there.is.a.machine.of") : null;
    }

    /** Why this port cannot be; null where it can, also where it is left out. */
    static @Nullable String wrongPort(String text) {
        try {
            int port = text.isBlank() ? 22 : Integer.parseInt(text.strip());
            return port >= 1 && port <= 65_535 ? null : WORDS.get("a.port.is.from.1");
        } catch (NumberFormatException e) {
            return WORDS.get("a.port.is.a.number");
        }
    }

    /** The text, null where it is blank. */
    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
