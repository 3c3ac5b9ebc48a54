package dev.rbee.service.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void findsTypingErrorsAndNothingFarther() {
        List<String> words = List.of("queen.port", "registry.port", "worker.ports");
        assertEquals(Optional.of("queen.port"), Nearest.to("queen.prot", words));
        assertEquals(Optional.of("worker.ports"), Nearest.to("worker.port", words));
        assertEquals(Optional.empty(), Nearest.to("xyz", words));
        assertEquals(1, Nearest.distance("ab", "ba"));
        assertEquals(3, Nearest.distance("", "abc"));
    }
}
