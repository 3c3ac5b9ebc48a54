package dev.rbee.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.hives.HiveMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The {@code [[hive]]} tables (seed 004). */
final class HiveTables {
    private static final ValueKind<String> FINGERPRINT =
            ValueKind.matching("a fingerprint as ssh shows it, SHA256:...", "SHA256:[A-Za-z0-9+/]{43}=?");
    private static final ValueKind<String> MAC_FORM =
            ValueKind.matching("a hardware address such as aa:bb:cc:dd:ee:ff", "([0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}");

    static final TableField<String> NAME =
            new TableField<>("name", ValueKind.name(), "What the machine is called; its host name where left out.");
    static final TableField<String> MODE = new TableField<>(
            "mode",
            ValueKind.word("local", "network"),
            "Whether it is this machine or another one; found out where left out.");
    static final TableField<String> HOSTNAME =
            new TableField<>("hostname", ValueKind.text(), "Host name or address of the machine.");
    static final TableField<Integer> PORT = new TableField<>("port", ValueKind.number(1, 65535), "Port of its hive.");
    static final TableField<String> SSH_USER = new TableField<>("ssh_user", ValueKind.text(), "Who logs in over SSH.");
    static final TableField<String> SSH_KEY =
            new TableField<>("ssh_key", ValueKind.text(), "File of the private key for the login.");
    static final TableField<Integer> SSH_PORT =
            new TableField<>("ssh_port", ValueKind.number(1, 65535), "Port of its SSH server.");
    static final TableField<String> INSTALL_PATH =
            new TableField<>("install_path", ValueKind.text(), "Folder there that rbee is installed into.");
    static final TableField<String> HOST_KEY =
            new TableField<>("host_key", FINGERPRINT, "Fingerprint of its host key, trusted because it stands here.");
    static final TableField<String> GIT_REPO_URL =
            new TableField<>("git_repo_url", ValueKind.text(), "Built there from this repository instead of uploaded.");
    static final TableField<String> GIT_BRANCH =
            new TableField<>("git_branch", ValueKind.text(), "Branch of that repository.");
    static final TableField<String> PROXY_JUMP =
            new TableField<>("proxy_jump", ValueKind.text(), "Hosts on the way, as for OpenSSH; several with commas.");
    static final TableField<Boolean> EXPECT_GPU = new TableField<>(
            "expect_gpu", ValueKind.flag(), "Whether models should run on a GPU there; as found where left out.");
    static final TableField<String> MAC =
            new TableField<>("mac", MAC_FORM, "Hardware address for Wake-on-LAN; learnt where left out.");

    /** In the order of the document. */
    static final List<TableField<?>> ALL = List.of(
            NAME,
            MODE,
            HOSTNAME,
            PORT,
            SSH_USER,
            SSH_KEY,
            SSH_PORT,
            INSTALL_PATH,
            HOST_KEY,
            GIT_REPO_URL,
            GIT_BRANCH,
            PROXY_JUMP,
            EXPECT_GPU,
            MAC);

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
                    one(new TableReader("[[hive]] number " + (hives.size() + 1), table, ALL, mistakes), mistakes);
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
        String modeText = table.value(MODE);
        String given = table.value(HOSTNAME);
        if (given == null && !"local".equals(modeText)) {
            mistakes.add(table.where() + ": hostname is missing.");
        }
        String hostname = given == null ? "localhost" : given;
        HiveMode mode = modeText == null ? DeclaredHive.modeOf(hostname) : HiveMode.parse(modeText);
        String name = table.value(NAME);
        Integer port = table.value(PORT);
        return new DeclaredHive(
                name == null ? hostname : name,
                mode,
                hostname,
                port == null ? SettingKeys.HIVE_PORT.fallback() : port,
                table.value(SSH_USER),
                table.value(SSH_KEY),
                table.value(SSH_PORT),
                table.value(INSTALL_PATH),
                table.value(HOST_KEY),
                table.value(GIT_REPO_URL),
                table.value(GIT_BRANCH),
                table.value(PROXY_JUMP),
                table.value(EXPECT_GPU),
                table.value(MAC));
    }
}
