package dev.rbee.service.hive.engines;

import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.hives.InstallEngine;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.archive.Unpack;
import dev.rbee.service.jobs.JobContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a llama-server onto this machine: fetched and hashed, unpacked beside, tried with the demo model, and only then put in its place and
 * chosen; whatever fails leaves everything as it was. One at a time. Thread-safe; blocks.
 */
public final class EngineInstall {
    private static final Logger LOG = LoggerFactory.getLogger(EngineInstall.class);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern BUILD = Pattern.compile("b\\d{3,6}");

    private final EngineShelf shelf;
    private final EngineSource source;
    private final SmokeTest test;
    private final Supplier<String> ids;
    private final Runnable changed;

    /**
     * For that shelf.
     *
     * @param ids makes short random hexadecimal text
     * @param changed is told after an engine came; must not block
     */
    public EngineInstall(
            EngineShelf shelf, EngineSource source, SmokeTest test, Supplier<String> ids, Runnable changed) {
        this.shelf = shelf;
        this.source = source;
        this.test = test;
        this.ids = ids;
        this.changed = changed;
    }

    /** What is asked for, checked. */
    record Wanted(
            @Nullable String url,
            @Nullable Path path,
            @Nullable String sha256,
            @Nullable String version) {}

    /** Throws {@code invalid_field}. */
    Wanted check(InstallEngine request) {
        String url = blankToNull(request.url());
        String path = blankToNull(request.path());
        String sha256 = request.sha256() == null
                ? null
                : request.sha256().toLowerCase(Locale.ROOT).strip();
        if ((url == null) == (path == null)) {
            throw wrong("url", "An engine comes from a url or from a path.", "Send one of the two.");
        }
        if (sha256 != null && !HASH.matcher(sha256).matches()) {
            throw wrong("sha256", "\"sha256\" is not 64 hexadecimal digits.", "Copy it from the release's page.");
        }
        if (url != null && sha256 == null) {
            throw wrong(
                    "sha256",
                    "What comes from a url needs its SHA-256.",
                    "Copy it from the release's page; the program runs with your rights.");
        }
        if (path != null && !Path.of(path).isAbsolute()) {
            throw wrong("path", "\"path\" is not absolute.", "Send the whole path on that machine.");
        }
        if (request.version() != null) {
            var _ = shelf.folder().version(request.version());
        }
        return new Wanted(url, path == null ? null : Path.of(path), sha256, request.version());
    }

    /** Installs it and answers with what is selected now. */
    synchronized EngineInfo install(Wanted wanted, JobContext job) throws IOException {
        Path base = shelf.folder().path();
        Files.createDirectories(base);
        Path work = base.resolve(".new-" + ids.get());
        try {
            Path fresh = Files.createDirectories(work.resolve("version"));
            String named = place(wanted, work, fresh, job);
            job.checkCancelled();
            Path program = EngineFolder.program(fresh)
                    .orElseThrow(() -> bad("there is no " + EngineFolder.programName() + " in it"));
            EngineProbe.Said said = shelf.probe().ask(program);
            if (said.why() != null) {
                throw ProblemException.of(
                        ProblemCode.ENGINE_FAILED,
                        "The engine can't be used here: " + said.why() + ".",
                        "Take a build made for this system and processor.");
            }
            String version = version(wanted, named, said);
            job.progress(0.9, "trying " + version + " with the demo model");
            double speed = test.tokensPerSecond(program, job::onCancel);
            job.checkCancelled();
            job.log(String.format(Locale.ROOT, "%s makes %.0f tokens/s with the demo model", version, speed));
            put(fresh, shelf.folder().version(version));
            EngineInfo installed = shelf.installed(version, speed);
            changed.run();
            LOG.info("engine=llama-server version={} installed, tokens_per_second={}", version, Math.round(speed));
            return installed;
        } finally {
            EngineFolder.delete(work);
        }
    }

    /** Brings the program into {@code fresh}; answers with the name of what it came from. */
    private String place(Wanted wanted, Path work, Path fresh, JobContext job) throws IOException {
        Path archive;
        String name;
        if (wanted.url() != null) {
            archive = work.resolve("archive");
            name = wanted.url().replaceFirst("[?#].*", "").replaceFirst(".*/", "");
            source.fetch(wanted.url(), Objects.requireNonNull(wanted.sha256()), archive, job);
        } else {
            archive = Objects.requireNonNull(wanted.path());
            name = String.valueOf(archive.getFileName());
            if (!Files.isRegularFile(archive)) {
                throw wrong("path", "There is no file " + archive + " on this machine.", "Send the path of one.");
            }
            demandHash(archive, wanted.sha256());
            if (name.equals(EngineFolder.programName())) {
                // Its libraries lie beside it: it stays where it is.
                Files.writeString(fresh.resolve(EngineFolder.LINK), archive.toRealPath() + "\n");
                return name;
            }
        }
        job.progress(0.8, "unpacking " + name);
        Unpack.unpack(archive, fresh, Unpack.Limits.USUAL, EngineInstall::bad);
        return name;
    }

    private static String version(Wanted wanted, String name, EngineProbe.Said said) {
        if (wanted.version() != null) {
            return wanted.version();
        }
        Matcher build = BUILD.matcher(name);
        return build.find() ? build.group() : Objects.requireNonNullElse(said.build(), "unknown");
    }

    /** Puts the new folder in its place at once; an older one of the same name is away only where the new one is there. */
    private void put(Path fresh, Path target) throws IOException {
        Path old = target.resolveSibling(".old-" + ids.get());
        boolean replaced = Files.exists(target);
        if (replaced) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (replaced) {
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        EngineFolder.delete(old);
    }

    private static void demandHash(Path file, @Nullable String sha256) throws IOException {
        if (sha256 == null) {
            return;
        }
        String found = hash(file);
        if (!found.equals(sha256)) {
            throw ProblemException.of(
                    ProblemCode.HASH_MISMATCH,
                    "The SHA-256 of " + file.getFileName() + " is " + found + ", not " + sha256 + ".",
                    "Fetch the file again; if that does not help, do not use it.");
        }
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An archive that is none of an engine. */
    static ProblemException bad(String why) {
        return ProblemException.of(
                ProblemCode.ENGINE_FAILED,
                "The archive is not unpacked: " + why + ".",
                "Take a release archive of llama.cpp, whole and unchanged.");
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static ProblemException wrong(String field, String message, String hint) {
        return new ProblemException(Problem.field(field, message, hint));
    }
}
