package dev.rbee.icons;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Icons of macOS: PNG pictures by names of four letters, each for a size or a size on a screen of double density. */
final class Icns {
    private static final int HEAD = 8;

    /** Names by size in pixels. */
    static final Map<String, Integer> SIZES = sizes();

    private Icns() {}

    private static Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("icp4", 16);
        sizes.put("icp5", 32);
        sizes.put("ic07", 128);
        sizes.put("ic08", 256);
        sizes.put("ic09", 512);
        sizes.put("ic10", 1024);
        sizes.put("ic11", 32);
        sizes.put("ic12", 64);
        sizes.put("ic13", 256);
        sizes.put("ic14", 512);
        return sizes;
    }

    static byte[] of(Drawing drawing) throws IOException {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(parts);
        for (Map.Entry<String, Integer> size : SIZES.entrySet()) {
            byte[] png = Png.of(drawing.at(size.getValue()));
            out.write(size.getKey().getBytes(StandardCharsets.US_ASCII));
            out.writeInt(HEAD + png.length);
            out.write(png);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(file);
        head.write("icns".getBytes(StandardCharsets.US_ASCII));
        head.writeInt(HEAD + parts.size());
        parts.writeTo(head);
        return file.toByteArray();
    }
}
