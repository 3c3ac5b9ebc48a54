package dev.rbee.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * The list of parts of an image, in the form of CycloneDX: what Maven knows, its Java and its model added, and held against what is there.
 *
 * @param image that it is of
 * @param version of the product
 */
record Sbom(ProductImage image, String version) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads Maven's list and writes the whole. Throws where a jar of the image is not in it. */
    void write(Path maven, Path to) throws IOException {
        ObjectNode list = (ObjectNode) JSON.readTree(maven.toFile());
        ArrayNode components = list.withArray("components");
        List<String> missing = missing(components);
        if (!missing.isEmpty()) {
            throw new IOException("the list of parts does not have " + missing);
        }
        ObjectNode product = list.withObject("/metadata").withObject("/component");
        product.put("type", "application").put("name", "rbee").put("version", version);
        components.add(java(image.javaHome().resolve("release")));
        components.add(model(image.app().resolve("assets/models/rbee-demo.gguf")));
        JSON.writerWithDefaultPrettyPrinter().writeValue(to.toFile(), list);
    }

    /** Jars without an entry. */
    private List<String> missing(ArrayNode components) {
        Set<String> known = new HashSet<>();
        for (JsonNode component : components) {
            known.add(component.path("name").asText() + "-"
                    + component.path("version").asText());
        }
        List<String> missing = new ArrayList<>(image.jars().lib());
        missing.addAll(image.jars().app());
        missing.removeIf(jar -> {
            String name = jar.substring(jar.indexOf('/') + 1).replace(".jar", "");
            return known.stream().anyMatch(each -> name.equals(each) || name.startsWith(each + "-"));
        });
        return missing;
    }

    private static ObjectNode java(Path release) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(release)) {
            properties.load(in);
        }
        String maker = properties.getProperty("IMPLEMENTOR", "OpenJDK").replace("\"", "");
        String runtime = properties
                .getProperty("JAVA_RUNTIME_VERSION", properties.getProperty("JAVA_VERSION", "25"))
                .replace("\"", "");
        ObjectNode java = JSON.createObjectNode();
        java.put("type", "platform").put("bom-ref", "java-runtime");
        java.putObject("supplier").put("name", maker);
        java.put("name", "OpenJDK runtime").put("version", runtime);
        java.putArray("licenses").addObject().put("expression", "GPL-2.0-only WITH Classpath-exception-2.0");
        return java;
    }

    private static ObjectNode model(Path file) throws IOException {
        ObjectNode model = JSON.createObjectNode();
        model.put("type", "machine-learning-model").put("bom-ref", "demo-model");
        model.put("name", String.valueOf(file.getFileName()));
        model.putArray("hashes").addObject().put("alg", "SHA-256").put("content", sha256(file));
        model.putArray("licenses").addObject().putObject("license").put("id", "Apache-2.0");
        return model;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
