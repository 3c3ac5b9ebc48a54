package dev.rbee.client.ssh;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Files by SFTP. Paths are absolute or begin at the home, {@code ~/} is taken for it; nothing in them is a pattern. Thread-safe. */
final class Transfers {
    private final Channels channels;
    private final TransferProblems problems;

    Transfers(Channels channels, Commands commands) {
        this.channels = channels;
        problems = new TransferProblems(channels, commands);
    }

    /** What is done with one SFTP channel. */
    private interface Use<T> {
        T with(ChannelSftp sftp) throws SftpException, IOException;
    }

    void write(String path, byte[] content, int mode) {
        String next = path + "." + UUID.randomUUID().toString().substring(0, 8) + ".part";
        sftp(path, next, sftp -> {
            try {
                sftp.put(new ByteArrayInputStream(new byte[0]), named(next));
                sftp.chmod(0600, named(next));
                sftp.put(new ByteArrayInputStream(content), named(next), ChannelSftp.OVERWRITE);
                sftp.chmod(mode, named(next));
                replace(sftp, next, path);
            } catch (SftpException e) {
                drop(sftp, next);
                throw e;
            }
            return true;
        });
    }

    /** Servers that are not OpenSSH's do not rename over a file. */
    private static void replace(ChannelSftp sftp, String from, String to) throws SftpException {
        try {
            sftp.rename(named(from), named(to));
        } catch (SftpException e) {
            sftp.rm(named(to));
            sftp.rename(named(from), named(to));
        }
    }

    private static void drop(ChannelSftp sftp, String path) {
        try {
            sftp.rm(named(path));
        } catch (SftpException e) {
            // the first failure is the one to tell
        }
    }

    Optional<byte[]> read(String path, int most) {
        return sftp(path, null, sftp -> {
            try (InputStream in = sftp.get(named(path))) {
                return Optional.of(in.readNBytes(most));
            } catch (SftpException e) {
                if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    long upload(Path file, String path, LongConsumer progress, BooleanSupplier cancelled) {
        Upload upload = new Upload(progress, cancelled);
        long sent = sftp(path, path, sftp -> {
            long size = Files.size(file);
            long there = size(sftp, path);
            long from = there > size ? 0 : there;
            upload.startAt(from);
            if (from == size && there == size) {
                return 0L;
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 17)) {
                in.skipNBytes(from);
                sftp.put(in, named(path), upload, from == 0 ? ChannelSftp.OVERWRITE : ChannelSftp.APPEND);
            }
            return upload.sent();
        });
        upload.throwIfCancelled(channels.name());
        return sent;
    }

    private static long size(ChannelSftp sftp, String path) throws SftpException {
        try {
            return sftp.stat(named(path)).getSize();
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return 0;
            }
            throw e;
        }
    }

    /** {@code writing}: the file that grew when it failed; null where nothing is written. */
    private <T> T sftp(String path, @Nullable String writing, Use<T> use) {
        return channels.session("sftp", ChannelSftp.class, channel -> {
            channel.connect(Channels.OPEN_MS);
            try {
                channel.setBulkRequests(64);
                return use.with(channel);
            } catch (SftpException e) {
                throw problems.of(plain(path), writing == null ? null : plain(writing), e);
            }
        });
    }

    private static String plain(String path) {
        return path.startsWith("~/") ? path.substring(2) : path;
    }

    /** jsch takes names for patterns. */
    private static String named(String path) {
        return plain(path).replaceAll("([\\\\*?])", "\\\\$1");
    }
}
