package dev.rbee.app.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The words of one package, from {@code words.properties} (English) or {@code words_<language>.properties} beside its classes. Immutable;
 * a key that is missing is a defect and throws {@link java.util.MissingResourceException}, which a test over all keys rules out.
 */
public final class Words {
    private final ResourceBundle bundle;

    private Words(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** Those of the package of that class, in the language of the system where there are some. Reads a small file the first time. */
    public static Words of(Class<?> one) {
        ResourceBundle.Control noOtherLanguage =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Words(ResourceBundle.getBundle(
                one.getPackageName() + ".words", Locale.getDefault(), one.getClassLoader(), noOtherLanguage));
    }

    /** The words of that key, as they stand there. */
    public String get(String key) {
        return bundle.getString(key);
    }

    /**
     * The words of that key with these put in for {@code {0}}, {@code {1}}…, as {@link MessageFormat} does: in such a text an apostrophe is
     * written twice, and {@code {0,choice,1#1 worker|1<{0} workers}} tells one from many. Numbers with a unit come in as text.
     */
    public String get(String key, @Nullable Object first, @Nullable Object... more) {
        @Nullable Object[] all = new @Nullable Object[more.length + 1];
        all[0] = first;
        System.arraycopy(more, 0, all, 1, more.length);
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(all);
    }
}
