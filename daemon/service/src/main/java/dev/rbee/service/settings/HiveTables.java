package dev.rbee.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.hives.HiveMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code [[hive]]} tables (seed 004). */
final class HiveTables {
    private static final List<String> KEYS = List.of(
            "name",
            "mode",
            "hostname",
            "port",
            "ssh_user",
            "ssh_key",
            "ssh_port",
            "install_path",
            "host_key",
            "git_repo_url",
            "git_branch",
            "proxy_jump",
            "expect_gpu",
            "mac");

    private static final ValueKind<String> FINGERPRINT =
            ValueKind.matching("a fingerprint as ssh shows it, SHA256:...", "SHA256:[A-Za-z0-9+/]{43}=?");
    private static final ValueKind<String> MAC =
            ValueKind.matching("a hardware address such as aa:bb:cc:dd:ee:ff", "([0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}");

    private HiveTables() {}

    static List<DeclaredHive> read(JsonNode tables, Mistakes mistakes) {
        if (!tables.isArray()) {
            mistakes.add(
                    "hive must be a list of tables: write [[hive]] with two brackets; this machine's is [local_hive].");
            return List.of();
        }
        List<DeclaredHive> hives = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode table : tables) {
            DeclaredHive hive = one("[[hive]] number " + (hives.size() + 1), table, mistakes);
            if (!names.add(hive.name())) {
                mistakes.add("two [[hive]] tables have the name \"" + hive.name() + "\".");
            }
            hives.add(hive);
        }
        if (hives.stream().filter(hive -> hive.mode() == HiveMode.LOCAL).count() > 1) {
            mistakes.add("two [[hive]] tables are of this machine, which has one hive.");
        }
        return List.copyOf(hives);
    }

    private static DeclaredHive one(String where, JsonNode table, Mistakes mistakes) {
        for (Map.Entry<String, JsonNode> field : table.properties()) {
            if (!KEYS.contains(field.getKey())) {
                mistakes.add(where + ": " + FileLayer.unknown("key", field.getKey(), field.getKey(), KEYS));
            }
        }
        String modeText = value(where, table, "mode", ValueKind.word("local", "network"), mistakes);
        String given = value(where, table, "hostname", ValueKind.text(), mistakes);
        if (given == null && !"local".equals(modeText)) {
            mistakes.add(where + ": hostname is missing.");
        }
        String hostname = given == null ? "localhost" : given;
        HiveMode mode = modeText == null ? DeclaredHive.modeOf(hostname) : HiveMode.parse(modeText);
        String name = value(where, table, "name", ValueKind.name(), mistakes);
        Integer port = value(where, table, "port", ValueKind.number(1, 65535), mistakes);
        return new DeclaredHive(
                name == null ? hostname : name,
                mode,
                hostname,
                port == null ? SettingKeys.HIVE_PORT.fallback() : port,
                value(where, table, "ssh_user", ValueKind.text(), mistakes),
                value(where, table, "ssh_key", ValueKind.text(), mistakes),
                value(where, table, "ssh_port", ValueKind.number(1, 65535), mistakes),
                value(where, table, "install_path", ValueKind.text(), mistakes),
                value(where, table, "host_key", FINGERPRINT, mistakes),
                value(where, table, "git_repo_url", ValueKind.text(), mistakes),
                value(where, table, "git_branch", ValueKind.text(), mistakes),
                value(where, table, "proxy_jump", ValueKind.text(), mistakes),
                value(where, table, "expect_gpu", ValueKind.flag(), mistakes),
                value(where, table, "mac", MAC, mistakes));
    }

    private static <T> @Nullable T value(
            String where, JsonNode table, String key, ValueKind<T> kind, Mistakes mistakes) {
        JsonNode node = table.get(key);
        if (node == null) {
            return null;
        }
        try {
            return kind.fromFile(node);
        } catch (IllegalArgumentException e) {
            mistakes.add(where + ": " + key + " " + e.getMessage() + ".");
            return null;
        }
    }
}
