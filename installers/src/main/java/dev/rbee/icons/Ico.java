package dev.rbee.icons;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Icons of Windows: pictures of several sizes in one file; small ones as plain pixels, which every program there reads, the large one as PNG. */
final class Ico {
    private static final int HEAD = 6;
    private static final int ENTRY = 16;
    private static final int PIXELS_HEAD = 40;
    private static final int PNG_FROM = 256;

    private Ico() {}

    static byte[] of(List<BufferedImage> images) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        for (BufferedImage image : images) {
            parts.add(image.getWidth() >= PNG_FROM ? Png.of(image) : pixels(image));
        }
        int all = HEAD
                + ENTRY * images.size()
                + parts.stream().mapToInt(part -> part.length).sum();
        ByteBuffer file = ByteBuffer.allocate(all).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) images.size());
        int at = HEAD + ENTRY * images.size();
        for (int i = 0; i < images.size(); i++) {
            int side = images.get(i).getWidth();
            byte stored = (byte) (side >= PNG_FROM ? 0 : side);
            file.put(stored)
                    .put(stored)
                    .put((byte) 0)
                    .put((byte) 0)
                    .putShort((short) 1)
                    .putShort((short) 32);
            file.putInt(parts.get(i).length).putInt(at);
            at += parts.get(i).length;
        }
        parts.forEach(file::put);
        return file.array();
    }

    /** A bitmap without its file head, upside down, twice as high for the mask of bits that follows the colours. */
    private static byte[] pixels(BufferedImage image) {
        int side = image.getWidth();
        int maskRow = (side + 31) / 32 * 4;
        ByteBuffer part = ByteBuffer.allocate(PIXELS_HEAD + side * side * 4 + maskRow * side)
                .order(ByteOrder.LITTLE_ENDIAN);
        part.putInt(PIXELS_HEAD)
                .putInt(side)
                .putInt(side * 2)
                .putShort((short) 1)
                .putShort((short) 32);
        part.position(PIXELS_HEAD);
        for (int y = side - 1; y >= 0; y--) {
            for (int x = 0; x < side; x++) {
                part.putInt(image.getRGB(x, y));
            }
        }
        for (int y = side - 1; y >= 0; y--) {
            byte[] row = new byte[maskRow];
            for (int x = 0; x < side; x++) {
                if (image.getRGB(x, y) >>> 24 == 0) {
                    row[x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
            part.put(row);
        }
        return part.array();
    }
}
