package dev.rbee.service.toml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TomlTextTest {
    private static final String FILE = """
            # of the company
            [queen] # ours
            port = 9000   # the firewall knows it
            allowed_hosts = [
              "a.lan", # office
              "b]#.lan",
            ]

            # machines
            [[hive]]
            name = "one"
            hostname = 'one.lan'

            [[hive]]
            name = "two" # spare
            hostname = "two.lan"
            """;

    private static TomlText text(String text) {
        return TomlText.of(text);
    }

    @Test
    void aValueIsReplacedWhereItStands() {
        assertEquals(
                FILE.replace("9000", "9001"),
                text(FILE).set("queen", "port", 9001).text());
        assertEquals(
                FILE.replace("[\n  \"a.lan\", # office\n  \"b]#.lan\",\n]", "[\"c\"]"),
                text(FILE).set("queen", "allowed_hosts", List.of("c")).text());
    }

    @Test
    void aNewValueComesAfterTheLastOfItsSection() {
        assertEquals(
                FILE.replace("\n]\n", "\n]\ndrain_s = 5\n"),
                text(FILE).set("queen", "drain_s", 5).text());
        assertEquals(
                "[queen]\ndrain_s = 5\n[log]\nfiles = 2",
                text("[queen]\n[log]\nfiles = 2").set("queen", "drain_s", 5).text());
        assertEquals(
                "[log]\nfiles = 2\nfile_mb = 3\n",
                text("[log]\nfiles = 2").set("log", "file_mb", 3).text());
    }

    @Test
    void aNewSectionComesLast() {
        assertEquals(
                FILE + "\n[log]\nlevel = \"debug\"\n",
                text(FILE).set("log", "level", "debug").text());
        assertEquals(
                "[log]\nlevel = \"a\\\"\\\\\\n\\u0001\"\n",
                text("").set("log", "level", "a\"\\\n\u0001").text());
        assertEquals(
                "#x\n\n[log]\nfiles = 1\n", text("#x").set("log", "files", 1).text());
    }

    @Test
    void dottedKeysStayDotted() {
        assertEquals(
                "queen.port = 1\nqueen.drain_s = 2\n[log]\n",
                text("queen.port = 1\n[log]\n").set("queen", "drain_s", 2).text());
        assertEquals(
                "queen . \"port\" = 7\n",
                text("queen . \"port\" = 1\n").set("queen", "port", 7).text());
    }

    @Test
    void lineEndsStayAsTheyAre() {
        assertEquals(
                "[log]\r\nfiles = 2\r\nfile_mb = 3\r\n",
                text("[log]\r\nfiles = 2\r\n").set("log", "file_mb", 3).text());
    }

    @Test
    void aCommentOutlivesItsValue() {
        assertEquals(
                FILE.replace("port = 9000   #", "#"),
                text(FILE).remove("queen", "port").text());
        assertEquals(FILE, text(FILE).remove("queen", "drain_s").text());
        assertEquals("", text("a = 1\n").remove("b", "c").text().replace("a = 1\n", ""));
    }

    @Test
    void tablesOfAListAreToldApart() {
        assertEquals(
                FILE.replace("\"two.lan\"", "\"three.lan\""),
                text(FILE).set(1, "hive", "hostname", "three.lan").text());
        assertEquals(
                FILE.replace("'one.lan'\n", "'one.lan'\nport = 7\n"),
                text(FILE).set(0, "hive", "port", 7).text());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "three");
        values.put("keep", true);
        assertEquals(
                FILE + "\n[[hive]]\nname = \"three\"\nkeep = true\n",
                text(FILE).add("hive", values).text());
        assertEquals(
                FILE.replace("[[hive]]\nname = \"one\"\nhostname = 'one.lan'\n", ""),
                text(FILE).removeTable("hive", 0).text());
        assertThrows(IllegalArgumentException.class, () -> text(FILE).removeTable("hive", 2));
        assertThrows(IllegalArgumentException.class, () -> text(FILE).set(2, "hive", "port", 1));
    }

    @Test
    void whatIsWrittenInOnePieceIsLeft() {
        assertThrows(
                IllegalArgumentException.class,
                () -> text("queen = { port = 1 }\n").set("queen", "port", 2));
        assertThrows(
                IllegalArgumentException.class,
                () -> text("hive = [{ name = \"a\" }]\n").set(0, "hive", "name", "b"));
    }

    @Test
    void textsMayHoldAnything() {
        String odd =
                "[a]\nx = \"\"\"\n[b]\ny = 1 # no\n\"\"\"\"\"\nz = '''it's\n[c]'''\nw = \"\\\"# [d]\"\nv = 'C:\\'\n";
        assertEquals(odd.replace("'C:\\'", "3"), text(odd).set("a", "v", 3).text());
        assertEquals(odd + "u = false\n", text(odd).set("a", "u", false).text());
        for (String broken : List.of("[a\n", "a\n", "a =\n", "a = \"x\n", "a = [1\n", "= 1\n", "a = 'x\n")) {
            assertThrows(IllegalArgumentException.class, () -> text(broken), broken);
        }
    }
}
