package dev.rbee.contract.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class KeysTest {
    private final String token = Keys.newToken(new SecureRandom());

    @Test
    void tokensHave256Bits() {
        assertTrue(token.matches("rbee_[0-9a-f]{64}"), token);
        assertNotEquals(token, Keys.newToken(new SecureRandom()));
    }

    @Test
    void aWorkerKeyBelongsToOneWorkerAndOneToken() {
        String key = Keys.workerKey(token, "w.1");
        assertEquals("w.1", Keys.workerIdOf(key));
        assertEquals(key, Keys.workerKey(token, "w.1"));
        assertNotEquals(key, Keys.workerKey(token, "w.2"));
        assertNotEquals(key, Keys.workerKey(token + "x", "w.1"));
        assertFalse(key.contains(token));
        assertNull(Keys.workerIdOf(token));
    }

    @Test
    void aProofDependsOnSecretAndChallenge() {
        assertEquals(Keys.proof(token, "n"), Keys.proof(token, "n"));
        assertNotEquals(Keys.proof(token, "n"), Keys.proof(token, "m"));
        assertNotEquals(Keys.proof(token, "n"), Keys.proof("other", "n"));
    }

    @Test
    void comparesWhole() {
        assertTrue(Keys.same(token, token));
        assertFalse(Keys.same(token, token.substring(1)));
        assertEquals(64, Keys.fingerprint(token).length());
    }
}
