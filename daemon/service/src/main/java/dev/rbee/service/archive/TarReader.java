package dev.rbee.service.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a tar stream: plain, ustar, and the long names of GNU and of pax. Devices and the like are no part of a program. */
final class TarReader {
    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 4_096;

    private final InputStream in;
    private final Unpack to;
    private String longName = "";
    private String longLink = "";

    TarReader(InputStream in, Unpack to) {
        this.in = in;
        this.to = to;
    }

    void read() throws IOException {
        byte[] head = new byte[BLOCK];
        boolean any = false;
        while (true) {
            int got = in.readNBytes(head, 0, BLOCK);
            if (got == 0 || (got == BLOCK && blank(head))) {
                if (!any) {
                    throw to.bad("it is no .zip, .tar.gz or .tar, or it is empty");
                }
                return;
            }
            if (got < BLOCK || !checked(head)) {
                throw to.bad(any ? "it ends too early, or is damaged" : "it is no .zip, .tar.gz or .tar");
            }
            any = true;
            entry(head);
        }
    }

    private void entry(byte[] head) throws IOException {
        long size = number(head, 124, 12);
        char type = (char) head[156];
        try (Content content = new Content(size)) {
            switch (type) {
                case 'L' -> longName = text(content);
                case 'K' -> longLink = text(content);
                case 'x' -> pax(text(content));
                default -> {
                    plain(head, type, content);
                    longName = "";
                    longLink = "";
                }
            }
        }
    }

    private void plain(byte[] head, char type, Content content) throws IOException {
        String name = longName.isEmpty() ? name(head) : longName;
        String target = longLink.isEmpty() ? field(head, 157, 100) : longLink;
        switch (type) {
            case '0', '\0', '7' -> {
                if (name.endsWith("/")) {
                    to.count();
                } else {
                    to.file(name, content, (number(head, 100, 8) & 0111) != 0, number(head, 136, 12) * 1000);
                }
            }
            case '1' -> to.link(name, target, true);
            case '2' -> to.link(name, target, false);
            case '5', 'g' -> to.count();
            default -> throw to.bad("it has an entry of the kind '" + (type < 0x20 ? '?' : type) + "'");
        }
    }

    private static String name(byte[] head) {
        String prefix = field(head, 257, 5).equals("ustar") ? field(head, 345, 155) : "";
        String name = field(head, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private void pax(String records) {
        int at = 0;
        while (at < records.length()) {
            int space = records.indexOf(' ', at);
            int end = space < 0 ? -1 : records.indexOf('\n', space);
            if (end < 0) {
                return;
            }
            String record = records.substring(space + 1, end);
            if (record.startsWith("path=")) {
                longName = record.substring(5);
            } else if (record.startsWith("linkpath=")) {
                longLink = record.substring(9);
            }
            at = end + 1;
        }
    }

    private String text(Content content) throws IOException {
        byte[] bytes = content.readNBytes(LONGEST_NAME + 1);
        if (bytes.length > LONGEST_NAME) {
            throw to.bad("a name in it is too long");
        }
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    private static boolean blank(byte[] head) {
        for (byte b : head) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean checked(byte[] head) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : head[i] & 0xff;
        }
        return sum == number(head, 148, 8);
    }

    private static String field(byte[] head, int from, int length) {
        int end = from;
        while (end < from + length && head[end] != 0) {
            end++;
        }
        return new String(head, from, end - from, StandardCharsets.UTF_8);
    }

    /** Octal digits; -1 never: what is no number is refused. */
    private long number(byte[] head, int from, int length) {
        String digits = field(head, from, length).strip();
        if (digits.isEmpty()) {
            return 0;
        }
        if (!digits.matches("[0-7]{1,12}")) {
            throw to.bad("a number in it is none");
        }
        return Long.parseLong(digits, 8);
    }

    /** The content of one entry; closing it skips what was not read, and the padding. */
    private final class Content extends InputStream {
        private final long padding;
        private long left;

        Content(long size) {
            this.left = size;
            this.padding = (BLOCK - size % BLOCK) % BLOCK;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int n = in.read(buffer, offset, (int) Math.min(length, left));
            if (n < 0) {
                throw new EOFException("the archive ends too early");
            }
            left -= n;
            return n;
        }

        @Override
        public void close() throws IOException {
            in.skipNBytes(left + padding);
        }
    }
}
