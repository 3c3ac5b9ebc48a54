package dev.rbee.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(jar)));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setMethod(ZipOutputStream.STORED);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory() && wanted.test(entry.getName())) {
                    store(out, entry.getName(), in.readAllBytes());
                }
            }
        }
        return bytes.toByteArray();
    }

    /** Puts the entries that {@code wanted} takes into a folder, without their own folders. */
    public static void unpack(Path jar, Predicate<String> wanted, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(jar)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory() && wanted.test(entry.getName())) {
                    Path name = Path.of(entry.getName()).getFileName();
                    Files.write(folder.resolve(name), in.readAllBytes());
                }
            }
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
