package dev.rbee.client.ssh;

import com.jcraft.jsch.UIKeyboardInteractive;
import com.jcraft.jsch.UserInfo;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers what a server asks during one login: the password, once for each way of asking. Not thread-safe. */
final class Answers implements UserInfo, UIKeyboardInteractive {
    private final @Nullable String password;
    private boolean saidPlain;
    private boolean saidAsked;
    private @Nullable String unanswerable;

    Answers(@Nullable String password) {
        this.password = password;
    }

    /** True where the server has heard the password. */
    boolean said() {
        return saidPlain || saidAsked;
    }

    /** A question that a password is no answer to, {@code Verification code}; null where none came. */
    @Nullable
    String unanswerable() {
        return unanswerable;
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }

    @Override
    public boolean promptPassword(String message) {
        boolean first = !saidPlain;
        saidPlain = password != null;
        return first && password != null;
    }

    @Override
    public String @Nullable [] promptKeyboardInteractive(
            String destination, String name, String instruction, String[] prompts, boolean[] echo) {
        if (prompts.length == 0) {
            return new String[0];
        }
        boolean asksPassword = prompts.length == 1
                && !echo[0]
                && prompts[0].toLowerCase(Locale.ROOT).contains("password");
        if (!asksPassword) {
            unanswerable = Cleaner.line(prompts[0]);
            return null;
        }
        if (saidAsked || password == null) {
            return null;
        }
        saidAsked = true;
        return new String[] {password};
    }

    @Override
    public @Nullable String getPassphrase() {
        return null;
    }

    @Override
    public boolean promptPassphrase(String message) {
        return false;
    }

    @Override
    public boolean promptYesNo(String message) {
        return false;
    }

    @Override
    public void showMessage(String message) {
        // banners are the administrator's words for people at terminals
    }
}
