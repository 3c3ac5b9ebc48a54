package dev.rbee.service.update.change;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two folders change places in one step, by the system's own call ({@code renameat2} of Linux, {@code renamex_np} of macOS). Where the file system
 * has no such thing, by three renames: then a process killed between them leaves the place empty for whoever looks, and the next one mends it.
 */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final int AT_CURRENT_FOLDER = -100;
    private static final int EXCHANGE = 2;

    private Exchange() {}

    /** Makes each folder be where the other one was. Blocks shortly. */
    static void swap(Path one, Path other) throws IOException {
        if (!atOnce(one, other)) {
            LOG.info("no exchange in one step here: three renames");
            byRenames(one, other);
        }
    }

    /** The slower way. */
    static void byRenames(Path one, Path other) throws IOException {
        Path aside = aside(one);
        Files.move(one, aside, StandardCopyOption.ATOMIC_MOVE);
        Files.move(other, one, StandardCopyOption.ATOMIC_MOVE);
        Files.move(aside, other, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Ends what a killed {@link #byRenames} has left half done; nothing where it left nothing. */
    static void mend(Path one, Path other) throws IOException {
        Path aside = aside(one);
        if (!Files.exists(aside)) {
            return;
        }
        if (!Files.exists(one)) {
            Files.move(aside, one, StandardCopyOption.ATOMIC_MOVE); // as it was
        } else if (!Files.exists(other)) {
            Files.move(aside, other, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static Path aside(Path one) {
        return one.resolveSibling("." + one.getFileName() + ".aside");
    }

    private static boolean atOnce(Path one, Path other) throws IOException {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        Optional<MemorySegment> call = Linker.nativeLinker().defaultLookup().find(mac ? "renamex_np" : "renameat2");
        if (call.isEmpty()) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment first = arena.allocateFrom(one.toAbsolutePath().toString());
            MemorySegment second = arena.allocateFrom(other.toAbsolutePath().toString());
            return (mac ? mac(call.get(), first, second) : linux(call.get(), first, second)) == 0;
        } catch (Throwable e) {
            throw new IOException("the folders cannot be exchanged", e);
        }
    }

    @SuppressWarnings("restricted") // two fixed system calls; every start of rbee has --enable-native-access
    private static int linux(MemorySegment call, MemorySegment first, MemorySegment second) throws Throwable {
        MethodHandle renameat2 = Linker.nativeLinker()
                .downcallHandle(
                        call,
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_INT));
        return (int) renameat2.invokeExact(AT_CURRENT_FOLDER, first, AT_CURRENT_FOLDER, second, EXCHANGE);
    }

    @SuppressWarnings("restricted")
    private static int mac(MemorySegment call, MemorySegment first, MemorySegment second) throws Throwable {
        MethodHandle renamex = Linker.nativeLinker()
                .downcallHandle(
                        call,
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        return (int) renamex.invokeExact(first, second, EXCHANGE);
    }
}
