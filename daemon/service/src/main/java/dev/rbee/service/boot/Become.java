package dev.rbee.service.boot;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;

/** Another program in the place of this one: the same process where the system can do that, else a child. */
final class Become {
    private Become() {}

    /**
     * Runs it with this process's streams and environment. Returns only where it runs as a child: its exit code when it has ended, or 0 at
     * once where {@code wait} is false.
     */
    static int program(List<String> command, boolean wait) throws IOException {
        if (File.separatorChar == '/') {
            replace(command);
        }
        Process child = new ProcessBuilder(command).inheritIO().start();
        try {
            return wait ? child.waitFor() : 0;
        } catch (InterruptedException e) {
            child.destroy();
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** {@code execv}; comes back only where the system refuses. */
    @SuppressWarnings("restricted") // its arguments are as it wants them, so that nothing can crash
    private static void replace(List<String> command) {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle execv = linker.downcallHandle(
                    linker.defaultLookup().find("execv").orElseThrow(),
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
            MemorySegment words = arena.allocate(ADDRESS, command.size() + 1L);
            for (int i = 0; i < command.size(); i++) {
                words.setAtIndex(ADDRESS, i, arena.allocateFrom(command.get(i)));
            }
            words.setAtIndex(ADDRESS, command.size(), MemorySegment.NULL);
            int failed = (int) execv.invokeExact(arena.allocateFrom(command.getFirst()), words);
            assert failed != 0;
        } catch (Throwable e) {
            if (e instanceof Error error) {
                throw error;
            }
            // then as a child
        }
    }
}
