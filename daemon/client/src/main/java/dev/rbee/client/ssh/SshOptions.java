package dev.rbee.client.ssh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an SSH client's configuration says of one host: as in OpenSSH the first value of each option counts. Immutable once made. */
final class SshOptions {
    private final String alias;
    private final @Nullable String wishedUser;
    private final String localUser;
    private final Map<String, String> first = new LinkedHashMap<>();
    private final List<String> identityFiles = new ArrayList<>();

    /** {@code user}: said by whoever asks, so that {@code Match user} sees it. */
    SshOptions(List<SshDirective> config, String alias, @Nullable String user, String localUser) {
        this.alias = alias;
        this.wishedUser = user;
        this.localUser = localUser;
        for (SshDirective directive : config) {
            if (!directive.keyword().equals("host")
                    && directive.blocks().stream().allMatch(this::holds)) {
                if (directive.keyword().equals("identityfile")) {
                    identityFiles.add(directive.value());
                } else {
                    first.putIfAbsent(directive.keyword(), directive.value());
                }
            }
        }
    }

    private boolean holds(SshDirective.Block block) {
        return block.match() ? match(block.words()) : matches(block.words(), alias);
    }

    private static boolean matches(List<String> patterns, String text) {
        boolean found = false;
        for (String pattern : patterns) {
            if (pattern.startsWith("!")) {
                if (Glob.matches(pattern.substring(1), text)) {
                    return false;
                }
            } else {
                found |= Glob.matches(pattern, text);
            }
        }
        return found;
    }

    /** Criteria that would run programs or depend on a second pass do not hold. */
    private boolean match(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).toLowerCase(Locale.ROOT);
            boolean negated = word.startsWith("!");
            String criterion = negated ? word.substring(1) : word;
            if (criterion.equals("all")) {
                continue;
            }
            String text = switch (criterion) {
                case "host" -> hostName();
                case "originalhost" -> alias;
                case "user" -> user();
                case "localuser" -> localUser;
                default -> null;
            };
            if (text == null
                    || i + 1 == words.size()
                    || matches(List.of(words.get(++i).split(",")), text) == negated) {
                return false;
            }
        }
        return !words.isEmpty();
    }

    /** Where to connect to; the alias itself where nothing is said. */
    String hostName() {
        String name = first.get("hostname");
        return name == null
                ? alias
                : name.replace("%%", "\0")
                        .replace("%h", alias)
                        .replace("%n", alias)
                        .replace('\0', '%');
    }

    String user() {
        return wishedUser != null ? wishedUser : first.getOrDefault("user", localUser);
    }

    /** 22 where nothing is said, or nothing that is a port. */
    int port() {
        String port = first.getOrDefault("port", "22");
        return port.matches("[1-9][0-9]{0,4}") && Integer.parseInt(port) < 65536 ? Integer.parseInt(port) : 22;
    }

    /** As they stand there. */
    List<String> identityFiles() {
        return identityFiles.contains("none") ? List.of() : identityFiles;
    }

    boolean saysIdentityFile() {
        return !identityFiles.isEmpty();
    }

    /** {@code [user@]host[:port],...}; null where there is none. */
    @Nullable
    String proxyJump() {
        return said("proxyjump");
    }

    @Nullable
    String proxyCommand() {
        return said("proxycommand");
    }

    private @Nullable String said(String keyword) {
        String value = first.get(keyword);
        return value == null || value.equalsIgnoreCase("none") || value.isEmpty() ? null : value;
    }
}
