package dev.rbee.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What Debian wants to be told in {@code /usr/share/doc}: what changed, and under which licences.
 *
 * @param order as ordered
 */
record DebianPapers(Order order) {
    private static final String HEAD = """
            Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
            Upstream-Name: rbee

            Files: *
            Copyright: 2025-2026 The rbee developers
            License: Apache-2.0

            Files: opt/rbee/lib/runtime/*
            Copyright: Oracle and/or its affiliates, and others
            License: GPL-2.0-only WITH Classpath-exception-2.0
            Comment: All licences and notices of this Java lie in /opt/rbee/lib/runtime/legal.
            """;

    private static final int WIDTH = 79;

    /** Writes both into that folder. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path parts = order.to().resolve("bom.json");
        JsonNode components = Files.exists(parts)
                ? new ObjectMapper().readTree(parts.toFile()).path("components")
                : new ObjectMapper().createArrayNode();
        Files.writeString(folder.resolve("copyright"), copyright(components));
        Compressed.write(
                folder.resolve("changelog.gz"),
                changelog(Files.readString(order.project().resolve("CHANGELOG.md"))));
    }

    /** The licences by the list of parts. */
    static String copyright(JsonNode components) {
        StringBuilder text = new StringBuilder(HEAD);
        TreeMap<String, TreeSet<String>> files = new TreeMap<>();
        for (JsonNode component : components) {
            if (!component.path("group").asText().startsWith("dev.rbee")) {
                files.computeIfAbsent(licence(component), _ -> new TreeSet<>())
                        .add("opt/rbee/lib/app/*/" + component.path("name").asText() + "-*.jar");
            }
        }
        files.forEach((licence, names) -> text.append("\nFiles: ")
                .append(String.join("\n ", names))
                .append("\nCopyright: its authors, as named in these files\nLicense: ")
                .append(licence)
                .append('\n'));
        Set<String> all = new TreeSet<>(files.keySet());
        all.addAll(List.of("Apache-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"));
        for (String licence : all) {
            text.append("\nLicense: ").append(licence).append('\n').append(where(licence));
        }
        return text.toString();
    }

    private static String where(String licence) {
        if (licence.equals("Apache-2.0")) {
            return " The text lies in /usr/share/common-licenses/Apache-2.0.\n";
        }
        return licence.startsWith("GPL-2")
                ? " The text lies in /usr/share/common-licenses/GPL-2.\n"
                : " The text lies in the files themselves, and at https://spdx.org/licenses.\n";
    }

    private static String licence(JsonNode component) {
        List<String> names = new ArrayList<>();
        for (JsonNode each : component.path("licenses")) {
            JsonNode licence = each.path("license");
            names.add(each.path("expression")
                    .asText(licence.path("id").asText(licence.path("name").asText())));
        }
        return names.isEmpty() ? "as its files say" : String.join(" or ", names);
    }

    /** The newest part of the list of changes, as Debian writes it. */
    String changelog(String markdown) {
        StringBuilder text = new StringBuilder("rbee (" + version() + ") unstable; urgency=medium\n");
        StringBuilder point = new StringBuilder();
        boolean within = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("## ")) {
                if (within) {
                    break;
                }
                within = true;
            } else if (within && !line.isBlank()) {
                String plain = line.strip().replace("**", "").replace("`", "");
                if (plain.startsWith("- ")) {
                    text.append(wrapped(point));
                    point.setLength(0);
                }
                point.append(point.isEmpty() ? "" : " ").append(plain.startsWith("- ") ? plain.substring(2) : plain);
            }
        }
        text.append(wrapped(point));
        String date = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT)
                .format(order.time().atZone(ZoneOffset.UTC));
        return text + "\n\n -- The rbee developers <nobody@rbee.invalid>  " + date + "\n";
    }

    private static String wrapped(StringBuilder point) {
        if (point.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n  *");
        int column = 3;
        for (String word : point.toString().split(" ")) {
            if (column + 1 + word.length() > WIDTH) {
                text.append("\n   ");
                column = 3;
            }
            text.append(' ').append(word);
            column += 1 + word.length();
        }
        return text.toString();
    }

    /** Debian separates a preview by a tilde, which sorts before the release. */
    String version() {
        return order.version().replace('-', '~');
    }
}
