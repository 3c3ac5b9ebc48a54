package dev.rbee.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.hives.HiveMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
            DeclaredHive hive =
                    one(new TableReader("[[hive]] number " + (hives.size() + 1), table, KEYS, mistakes), mistakes);
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

    private static DeclaredHive one(TableReader table, Mistakes mistakes) {
        String modeText = table.value("mode", ValueKind.word("local", "network"));
        String given = table.value("hostname", ValueKind.text());
        if (given == null && !"local".equals(modeText)) {
            mistakes.add(table.where() + ": hostname is missing.");
        }
        String hostname = given == null ? "localhost" : given;
        HiveMode mode = modeText == null ? DeclaredHive.modeOf(hostname) : HiveMode.parse(modeText);
        String name = table.value("name", ValueKind.name());
        Integer port = table.value("port", ValueKind.number(1, 65535));
        return new DeclaredHive(
                name == null ? hostname : name,
                mode,
                hostname,
                port == null ? SettingKeys.HIVE_PORT.fallback() : port,
                table.value("ssh_user", ValueKind.text()),
                table.value("ssh_key", ValueKind.text()),
                table.value("ssh_port", ValueKind.number(1, 65535)),
                table.value("install_path", ValueKind.text()),
                table.value("host_key", FINGERPRINT),
                table.value("git_repo_url", ValueKind.text()),
                table.value("git_branch", ValueKind.text()),
                table.value("proxy_jump", ValueKind.text()),
                table.value("expect_gpu", ValueKind.flag()),
                table.value("mac", MAC));
    }
}
