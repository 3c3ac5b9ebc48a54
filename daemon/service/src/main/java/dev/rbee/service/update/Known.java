package dev.rbee.service.update;

import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.PrivateFiles;
import dev.rbee.service.update.feed.Feed;
import dev.rbee.service.update.feed.FeedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The feed that was believed last, on the disk with what is remembered because of it. Blocks shortly. */
final class Known {
    private static final Logger LOG = LoggerFactory.getLogger(Known.class);

    private final UpdateFolder folder;
    private final Trust trust;

    Known(UpdateFolder folder, Trust trust) {
        this.folder = folder;
        this.trust = trust;
    }

    UpdateMemory memory() {
        return UpdateMemory.read(folder.memory(), new SecureRandom());
    }

    /** Decides about a feed that came, and keeps it where it is believed. Throws what {@link Trust#believe} throws. */
    Feed take(FeedSource.Came came, Instant now) {
        Trust.Believed believed = trust.believe(came.document(), came.signatures(), memory(), now);
        folder.create();
        try {
            // In this order: a feed without its memory is not shown, and not believed either.
            PrivateFiles.replace(folder.feed(), text(came.document()));
            PrivateFiles.replace(folder.signatures(), text(came.signatures()));
            believed.memory().write(folder.memory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return believed.feed();
    }

    /** What is there; empty where nothing is, or not what was believed. */
    Optional<Feed> feed() {
        try {
            if (!Files.exists(folder.feed())) {
                return Optional.empty();
            }
            byte[] document = Files.readAllBytes(folder.feed());
            return Trust.hash(document).equals(memory().sha256())
                    ? Optional.of(FeedText.parse(document))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException | ProblemException e) {
            LOG.warn("file={} is left aside: {}", folder.feed(), e.getMessage());
            return Optional.empty();
        }
    }

    void failed(String version) {
        try {
            memory().failed(version).write(folder.memory());
        } catch (IOException e) {
            LOG.warn("version={} did not start here, which cannot be written down: {}", version, e.toString());
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
