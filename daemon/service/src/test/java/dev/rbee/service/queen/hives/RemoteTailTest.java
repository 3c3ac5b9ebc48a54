package dev.rbee.service.queen.hives;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RemoteTailTest {
    @Test
    void onlyWhatWasAddedIsSent() {
        assertEquals(List.of(), RemoteTail.added(List.of("a", "b"), List.of("a", "b")));
        assertEquals(List.of("c"), RemoteTail.added(List.of("a", "b"), List.of("a", "b", "c")));
        assertEquals(List.of("d", "e"), RemoteTail.added(List.of("a", "b", "c"), List.of("b", "c", "d", "e")));
        assertEquals(List.of("a"), RemoteTail.added(List.of("a", "a"), List.of("a", "a", "a")));
        assertEquals(List.of("x", "y"), RemoteTail.added(List.of("a", "b"), List.of("x", "y")), "begun anew");
        assertEquals(List.of("x"), RemoteTail.added(List.of(), List.of("x")));
    }
}
