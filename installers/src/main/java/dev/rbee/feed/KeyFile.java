package dev.rbee.feed;

import dev.rbee.service.home.PrivateFiles;
import dev.rbee.service.update.feed.FeedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * A key that signs feeds, as two files: {@code NAME.pem}, the private one in the form that openssl writes, for its owner alone; and
 * {@code NAME.pub}, the public one as {@code rbee.update.keys} wants it.
 *
 * @param key the public one
 */
record KeyFile(PrivateKey secret, FeedKey key) {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /** A new one; throws where one of the files is there already. */
    static KeyFile create(Path pem) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            FeedKey key = FeedKey.of(pair.getPublic());
            String secret = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(pair.getPrivate().getEncoded());
            PrivateFiles.createOnce(pem, BEGIN + "\n" + secret + "\n" + END + "\n");
            Files.writeString(beside(pem), key.text() + "\n");
            return new KeyFile(pair.getPrivate(), key);
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java makes no Ed25519 keys", e);
        }
    }

    /** The one in those files. */
    static KeyFile read(Path pem) throws IOException {
        try {
            String text =
                    Files.readString(pem).replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
            PrivateKey secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
            if (!(secret instanceof EdECPrivateKey)) {
                throw new IOException(pem + " is no Ed25519 key");
            }
            return new KeyFile(secret, FeedKey.parse(Files.readString(beside(pem))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(pem + " is no Ed25519 key: " + e.getMessage(), e);
        }
    }

    static Path beside(Path pem) {
        return pem.resolveSibling(String.valueOf(pem.getFileName()).replaceFirst("\\.pem$", "") + ".pub");
    }
}
