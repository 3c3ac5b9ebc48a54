package dev.rbee.app.markdown;

import java.util.Locale;
import java.util.Map;

/** Names for files of code. Pure. */
final class CodeName {
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("python", "py"),
            Map.entry("javascript", "js"),
            Map.entry("typescript", "ts"),
            Map.entry("bash", "sh"),
            Map.entry("shell", "sh"),
            Map.entry("zsh", "sh"),
            Map.entry("powershell", "ps1"),
            Map.entry("yaml", "yml"),
            Map.entry("c++", "cpp"),
            Map.entry("csharp", "cs"),
            Map.entry("c#", "cs"),
            Map.entry("kotlin", "kt"),
            Map.entry("ruby", "rb"),
            Map.entry("rust", "rs"),
            Map.entry("golang", "go"),
            Map.entry("perl", "pl"),
            Map.entry("haskell", "hs"),
            Map.entry("markdown", "md"),
            Map.entry("diff", "patch"),
            Map.entry("text", "txt"),
            Map.entry("", "txt"));

    private CodeName() {}

    /** Of code in that language, as it is called in Markdown. */
    static String of(String language) {
        String plain = language.toLowerCase(Locale.ROOT);
        String ending = ENDINGS.getOrDefault(plain, plain);
        return "code." + (ending.matches("[a-z0-9]{1,10}") ? ending : "txt");
    }
}
