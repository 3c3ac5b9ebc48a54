package dev.rbee.worker.embedded;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Whether this machine can run the library at all. It is compiled for AVX2 without a choice: on an older processor the
 * process would die of an illegal instruction, and without {@code libgomp} it would not load.
 */
public final class CpuCheck {
    private static final List<String> NEEDED = List.of("avx2", "fma", "f16c");

    private final String os;
    private final String arch;
    private final Supplier<Optional<String>> cpuinfo;
    private final Predicate<String> libraryLoads;

    /**
     * With everything it asks of the machine given.
     *
     * @param os {@code os.name}
     * @param arch {@code os.arch}
     * @param cpuinfo text of {@code /proc/cpuinfo}, or empty where there is none
     * @param libraryLoads whether a shared library of that name is there
     */
    public CpuCheck(String os, String arch, Supplier<Optional<String>> cpuinfo, Predicate<String> libraryLoads) {
        this.os = os;
        this.arch = arch;
        this.cpuinfo = cpuinfo;
        this.libraryLoads = libraryLoads;
    }

    /** For this machine. */
    public static CpuCheck here() {
        return new CpuCheck(
                System.getProperty("os.name", ""),
                System.getProperty("os.arch", ""),
                CpuCheck::readCpuinfo,
                CpuCheck::loads);
    }

    /** Throws {@code cpu_unsupported} where the library would end the process or not load. */
    public void demand() {
        if (!os.equals("Linux")) {
            return;
        }
        if (Set.of("amd64", "x86_64").contains(arch)) {
            cpuinfo.get().ifPresent(CpuCheck::demandFlags);
        } else if (!arch.equals("aarch64")) {
            throw unsupported(
                    "The embedded engine has no build for the processor " + arch + ".",
                    "Use a machine with an x86-64 or 64-bit ARM processor.");
        }
        if (!libraryLoads.test("libgomp.so.1")) {
            throw unsupported(
                    "The embedded engine needs the library libgomp.so.1, which is not installed here.",
                    "Install it: apt install libgomp1, dnf install libgomp, or your system's equivalent.");
        }
    }

    private static void demandFlags(String text) {
        Set<String> flags = text.lines()
                .filter(line -> line.startsWith("flags"))
                .findFirst()
                .map(line -> Set.of(line.substring(line.indexOf(':') + 1).trim().split("\\s+")))
                .orElse(Set.of());
        List<String> missing = new ArrayList<>(NEEDED);
        missing.removeAll(flags);
        if (!missing.isEmpty()) {
            throw unsupported(
                    "The embedded engine needs a processor with AVX2; this one lacks " + String.join(", ", missing)
                            + ".",
                    "Use a machine whose processor is from 2013 (Intel Haswell) or 2015 (AMD Excavator) or later.");
        }
    }

    private static Optional<String> readCpuinfo() {
        Path file = Path.of("/proc/cpuinfo");
        try {
            return Files.isReadable(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("restricted") // native access is what this process is for; its JVM is started with it enabled
    private static boolean loads(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static ProblemException unsupported(String message, String hint) {
        return new ProblemException(Problem.of(ProblemCode.CPU_UNSUPPORTED, message, hint));
    }
}
