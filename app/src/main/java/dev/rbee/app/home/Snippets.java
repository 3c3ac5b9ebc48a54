package dev.rbee.app.home;

import java.util.List;

/** How other programs are told of the fleet, ready to paste. Pure. */
final class Snippets {
    /**
     * For one program.
     *
     * @param id the same in every language
     * @param language of the text
     * @param text with {@link #KEY} where the key belongs
     */
    record Snippet(String id, String name, String language, String text) {
        /** Ready to run. */
        String with(String key) {
            return text.replace(KEY, key);
        }
    }

    /** Stands for the key until it is copied. */
    static final String KEY = "YOUR_KEY";

    private Snippets() {}

    /** {@code base} ends in {@code /v1}; {@code model} is what is asked for. */
    static List<Snippet> of(String base, String model) {
        return List.of(
                new Snippet("curl", "curl", "shell", """
                        curl %s/chat/completions \\
                          -H "Authorization: Bearer %s" \\
                          -H "Content-Type: application/json" \\
                          -d '{"model": "%s", "messages": [{"role": "user", "content": "Hello"}]}'
                        """.formatted(base, KEY, model)),
                new Snippet("python", "Python", "python", """
                        from openai import OpenAI

                        client = OpenAI(base_url="%s", api_key="%s")
                        answer = client.chat.completions.create(
                            model="%s",
                            messages=[{"role": "user", "content": "Hello"}],
                        )
                        print(answer.choices[0].message.content)
                        """.formatted(base, KEY, model)),
                new Snippet("continue", "Continue", "yaml", """
                        models:
                          - name: rbee %3$s
                            provider: openai
                            model: %3$s
                            apiBase: %1$s
                            apiKey: %2$s
                            roles: [chat, edit, apply]
                        """.formatted(base, KEY, model)),
                new Snippet("openwebui", "Open WebUI", "shell", """
                        docker run -d --network host \\
                          -e OPENAI_API_BASE_URL=%s \\
                          -e OPENAI_API_KEY=%s \\
                          -v open-webui:/app/backend/data \\
                          ghcr.io/open-webui/open-webui:main
                        """.formatted(base, KEY)));
    }
}
