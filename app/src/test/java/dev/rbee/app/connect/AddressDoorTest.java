package dev.rbee.app.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressDoorTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:7833, http://127.0.0.1:7833",
        " http://localhost:7833/ , http://localhost:7833",
        "rbee.example.org, https://rbee.example.org",
        "https://rbee.example.org:8443/v1/models, https://rbee.example.org:8443",
        "http://[::1]:7833, http://[::1]:7833"
    })
    void addressesAreReadAsPeopleWriteThem(String typed, String url) {
        assertEquals(url, AddressDoor.address(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.168.1.20:7833",
                "http://rbee.example.org",
                "ftp://127.0.0.1",
                "http://user:word@127.0.0.1",
                "https://",
                "a b",
                "http://127.0.0.1.example.org"
            })
    void aKeyNeverGoesWhereOthersCanReadIt(String typed) {
        ProblemException why = assertThrows(ProblemException.class, () -> AddressDoor.address(typed));
        assertEquals(ProblemCode.INVALID_FIELD, why.problem().code());
    }

    @Test
    void whatAFolderSaysIsReadOrNothing() {
        String queen = "run/queen.json {\"port\":7833,\"url\":\"http://127.0.0.1:7833\"}\n";
        String token = "token rbee_0123456789abcdef\n";
        Installed whole = Installed.parse(queen + "run/registry.json \n" + token);
        assertEquals(new Installed("http://127.0.0.1:7833", null, "rbee_0123456789abcdef"), whole);
        assertEquals(null, Installed.parse("run/queen.json \nrun/registry.json \n" + token));
        assertEquals(null, Installed.parse(queen + "token short\n"));
        assertEquals(null, Installed.parse("run/queen.json {\"url\":\"nonsense\"}\n" + token));
        assertEquals(null, Installed.parse(""));
    }
}
