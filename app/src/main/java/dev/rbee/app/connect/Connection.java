package dev.rbee.app.connect;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.rbee.client.ssh.SshLogin;
import org.jspecify.annotations.Nullable;

/** A queen the application knows how to reach. Immutable; no text of it shows a secret. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Connection.Here.class, name = "here"),
    @JsonSubTypes.Type(value = Connection.Address.class, name = "address"),
    @JsonSubTypes.Type(value = Connection.Login.class, name = "login")
})
public sealed interface Connection {
    /** Of {@link Here}. */
    String HERE = "here";

    /** Stays the same while its name and secrets change. */
    String id();

    /** For people. */
    String name();

    /** Where that is, for people: an address, {@code user@host}. */
    @JsonIgnore
    String where();

    /** The same queen under another name. */
    Connection named(String other);

    /** This installation's own. */
    record Here() implements Connection {
        @Override
        public String id() {
            return HERE;
        }

        @Override
        public String name() {
            return ConnectWords.here();
        }

        @Override
        public String where() {
            return "";
        }

        @Override
        public Connection named(String other) {
            return this;
        }
    }

    /**
     * At an address.
     *
     * @param url {@code https://host}, {@code http://127.0.0.1:port}
     * @param token the installation's, or a user's key
     * @param installation whether it is the installation's, so that the queen must prove that she knows it before she gets it
     */
    record Address(String id, String name, String url, String token, boolean installation) implements Connection {
        @Override
        public String where() {
            return url;
        }

        @Override
        public Connection named(String other) {
            return as(id, other);
        }

        /** Under that id and name. */
        Connection as(String otherId, String otherName) {
            return new Address(otherId, otherName, url, token, installation);
        }

        @Override
        public String toString() {
            return "Address[" + id + ", " + url + "]";
        }
    }

    /**
     * Behind an SSH login; her token is read there each time.
     *
     * @param host a name, an address, or an alias of the SSH configuration
     * @param port null: as the SSH configuration says, else 22
     * @param user null: as the SSH configuration says, else the user's own name
     * @param key file to use; null: the usual ones
     * @param jump machines to go through
     * @param folder of the installation there; null: {@code RBEE_HOME} there, else {@code ~/.rbee}
     * @param password null: none, or it is asked for each time
     * @param passphrase of the key; null: none, or it is asked for each time
     */
    record Login(
            String id,
            String name,
            String host,
            @Nullable Integer port,
            @Nullable String user,
            @Nullable String key,
            @Nullable String jump,
            @Nullable String folder,
            @Nullable String password,
            @Nullable String passphrase)
            implements Connection {
        @Override
        public String where() {
            return (user == null ? "" : user + "@") + host + (port == null || port == 22 ? "" : ":" + port);
        }

        @Override
        public Connection named(String other) {
            return as(id, other);
        }

        /** Under that id and name. */
        Connection as(String otherId, String otherName) {
            return new Login(otherId, otherName, host, port, user, key, jump, folder, password, passphrase);
        }

        /** With these secrets. */
        Login secrets(@Nullable String newPassword, @Nullable String newPassphrase) {
            return new Login(id, name, host, port, user, key, jump, folder, newPassword, newPassphrase);
        }

        /** What it logs in with beside key files. */
        SshLogin login() {
            return new SshLogin(password, passphrase, true);
        }

        @Override
        public String toString() {
            return "Login[" + id + ", " + where() + "]";
        }
    }
}
