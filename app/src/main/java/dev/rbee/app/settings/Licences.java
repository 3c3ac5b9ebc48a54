package dev.rbee.app.settings;

import java.util.List;

/** What rbee is made of and under which terms. */
final class Licences {
    /** One part. */
    record Part(String name, String licence) {}

    static final List<Part> PARTS = List.of(
            new Part("rbee and its demo model", "Apache License 2.0"),
            new Part("OpenJDK", "GPL 2.0 with Classpath Exception"),
            new Part("OpenJFX (JavaFX)", "GPL 2.0 with Classpath Exception"),
            new Part("llama.cpp and java-llama.cpp", "MIT License"),
            new Part("AtlantaFX", "MIT License"),
            new Part("Ikonli", "Apache License 2.0"),
            new Part("Feather icons", "MIT License"),
            new Part("ControlsFX", "BSD 3-Clause License"),
            new Part("commonmark-java", "BSD 2-Clause License"),
            new Part("Helidon", "Apache License 2.0"),
            new Part("OkHttp and Okio", "Apache License 2.0"),
            new Part("Kotlin standard library", "Apache License 2.0"),
            new Part("Jackson", "Apache License 2.0"),
            new Part("SQLite JDBC", "Apache License 2.0"),
            new Part("SQLite", "public domain"),
            new Part("OSHI", "MIT License"),
            new Part("Java Native Access", "Apache License 2.0 or LGPL 2.1"),
            new Part("picocli", "Apache License 2.0"),
            new Part("Micrometer", "Apache License 2.0"),
            new Part("SLF4J", "MIT License"),
            new Part("Logback", "EPL 1.0 or LGPL 2.1"),
            new Part("Inter typeface", "SIL Open Font License 1.1"),
            new Part("JetBrains Mono typeface", "SIL Open Font License 1.1"));

    private Licences() {}
}
