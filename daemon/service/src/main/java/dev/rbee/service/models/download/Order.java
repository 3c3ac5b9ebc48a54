package dev.rbee.service.models.download;

import dev.rbee.contract.models.DownloadModel;
import dev.rbee.contract.models.RemoteFile;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.models.ModelNames;
import dev.rbee.service.models.PartialPlan;
import dev.rbee.service.models.adopt.PartName;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A download that was checked: which files, in order, the projector last. Pure.
 *
 * @param ref under which it is asked for later
 * @param name that was asked for
 * @param wish name made of what it is called, where none was asked for
 * @param fleet copied from the fleet
 * @param hubToken for the hub only
 */
record Order(
        @Nullable String ref,
        @Nullable String name,
        String wish,
        List<RemoteFile> files,
        boolean fleet,
        @Nullable String hubToken) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST = 1_000;
    private static final int KEY = 32;

    static Order of(DownloadModel request, List<RemoteFile> files, @Nullable String ref) {
        boolean fleet = Boolean.TRUE.equals(request.fleet());
        if (files.isEmpty() || files.size() > MOST) {
            throw wrong("files", "There are " + files.size() + " files to fetch.");
        }
        List<RemoteFile> ordered = new ArrayList<>();
        files.stream().filter(each -> role(each).equals("model")).forEach(ordered::add);
        if (ordered.isEmpty()) {
            throw wrong("files", "None of the files is a model.");
        }
        List<RemoteFile> projectors =
                files.stream().filter(each -> role(each).equals("mmproj")).toList();
        if (projectors.size() > 1) {
            throw wrong("files", "There are " + projectors.size() + " projectors.");
        }
        ordered.addAll(projectors);
        ordered.forEach(each -> check(each, fleet));
        String asked = request.name() == null || request.name().isBlank() ? null : ModelNames.checked(request.name());
        return new Order(ref, asked, wish(ordered.getFirst().name()), List.copyOf(ordered), fleet, request.hubToken());
    }

    private static String role(RemoteFile file) {
        return switch (file.role()) {
            case "model", "mmproj" -> file.role();
            case null, default -> throw wrong("files.role", "\"role\" is neither \"model\" nor \"mmproj\".");
        };
    }

    private static void check(RemoteFile file, boolean fleet) {
        String sha256 = file.sha256();
        Long size = file.sizeBytes();
        if (sha256 != null && !SHA256.matcher(sha256).matches()) {
            throw wrong("files.sha256", "\"sha256\" is not 64 hexadecimal digits in lower case.");
        }
        if (size != null && size < 0) {
            throw wrong("files.size_bytes", "\"size_bytes\" is negative.");
        }
        if (fleet && sha256 == null) {
            throw wrong("files.sha256", "A copy from the fleet is asked for by its hash, and there is none.");
        }
        if (!fleet && (file.url() == null || file.url().isBlank())) {
            throw wrong("files.url", "\"url\" is missing.");
        }
        if (file.name() == null || PartName.of(plain(file.name())).isEmpty()) {
            throw wrong("files.name", "\"name\" is no name of a .gguf file.");
        }
    }

    private static String wish(String name) {
        return ModelNames.from(PartName.of(plain(name)).map(PartName::stem).orElse(name));
    }

    private static String plain(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static ProblemException wrong(String field, String what) {
        return new ProblemException(Problem.field(field, what, "Send a list of files as the queen resolves it."));
    }

    /** Whether it reads images. */
    boolean withProjector() {
        return files.getLast().role().equals("mmproj");
    }

    /** One content, one key. */
    String key() {
        StringBuilder all = new StringBuilder();
        files.forEach(each -> all.append(part(each)).append('\n'));
        return hash(all.toString()).substring(0, KEY);
    }

    /** What it is to become, under that name. */
    PartialPlan plan(String id) {
        List<PartialPlan.Piece> pieces = files.stream()
                .map(each -> new PartialPlan.Piece(each.role(), part(each), each.sizeBytes(), each.sha256()))
                .toList();
        return new PartialPlan(key(), id, ref, pieces);
    }

    private static String part(RemoteFile file) {
        return file.sha256() != null
                ? "sha256-" + file.sha256()
                : "url-" + hash(String.valueOf(file.url())).substring(0, KEY);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).toLowerCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Order[" + ref + ", " + files.size() + " files, fleet=" + fleet + "]";
    }
}
