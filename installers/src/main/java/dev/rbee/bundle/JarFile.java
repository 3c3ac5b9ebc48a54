package dev.rbee.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Jars as they go into a bundle: without what is of no use there, uncompressed, since the bundle is compressed as a whole. */
public final class JarFile {
    private static final long TIME = 1_767_225_600_000L; // 2026-01-01, the same at every build

    private JarFile() {}

    /** That jar with the entries that {@code wanted} takes. Reads the disk. */
    public static byte[] repacked(Path jar, Predicate<String> wanted) throws IOException {
        return repacked(jar, wanted, Collections.emptySortedMap());
    }

    /** The same with {@code more} entries behind them. */
    public static byte[] repacked(Path jar, Predicate<String> wanted, SortedMap<String, byte[]> more)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(jar)));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setMethod(ZipOutputStream.STORED);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory() && wanted.test(entry.getName())) {
                    store(out, entry.getName(), in.readAllBytes());
                }
            }
            for (Map.Entry<String, byte[]> entry : more.entrySet()) {
                store(out, entry.getKey(), entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** The entries that {@code wanted} takes, in their order. */
    public static Map<String, byte[]> entries(Path jar, Predicate<String> wanted) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(jar)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory() && wanted.test(entry.getName())) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return entries;
    }

    /** Puts the entries that {@code wanted} takes into a folder, without their own folders. */
    public static void unpack(Path jar, Predicate<String> wanted, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> entry : entries(jar, wanted).entrySet()) {
            Files.write(folder.resolve(Path.of(entry.getKey()).getFileName()), entry.getValue());
        }
    }

    private static void store(ZipOutputStream out, String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(TIME);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(sum.getValue());
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
