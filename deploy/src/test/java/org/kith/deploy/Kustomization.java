package org.kith.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.zjsonpatch.JsonPatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Renders the part of kustomize that our overlays use (resources, namespace, images, JSON 6902 patches), so that the
 * manifests are tested on machines without kubectl. Where kubectl is there, a test compares both.
 */
final class Kustomization {
    static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private static final Set<String> KNOWN =
            Set.of("apiVersion", "kind", "namespace", "resources", "images", "patches");

    private Kustomization() {}

    static List<ObjectNode> render(Path folder) {
        JsonNode file = read(folder.resolve("kustomization.yaml")).getFirst();
        file.fieldNames().forEachRemaining(field -> {
            if (!KNOWN.contains(field)) {
                throw new IllegalArgumentException(folder + ": this renderer does not know " + field);
            }
        });
        List<ObjectNode> resources = new ArrayList<>();
        for (JsonNode resource : file.path("resources")) {
            Path path = folder.resolve(resource.asText()).normalize();
            resources.addAll(Files.isDirectory(path) ? render(path) : read(path));
        }
        if (file.has("namespace")) {
            resources.forEach(resource -> place(resource, file.get("namespace").asText()));
        }
        file.path("patches").forEach(patch -> patch(resources, patch));
        file.path("images").forEach(image -> resources.forEach(resource -> rename(resource, image)));
        return resources;
    }

    static List<ObjectNode> parse(String yaml) {
        try (MappingIterator<ObjectNode> documents =
                YAML.readerFor(ObjectNode.class).readValues(yaml)) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ObjectNode> read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void place(ObjectNode resource, String namespace) {
        if (!resource.path("kind").asText().equals("Namespace")) {
            ((ObjectNode) resource.get("metadata")).put("namespace", namespace);
        }
    }

    private static void patch(List<ObjectNode> resources, JsonNode patch) {
        JsonNode operations = parseTree(patch.get("patch").asText());
        String kind = patch.at("/target/kind").asText();
        String name = patch.at("/target/name").asText(".*");
        int matched = 0;
        for (int i = 0; i < resources.size(); i++) {
            ObjectNode resource = resources.get(i);
            if (resource.path("kind").asText().equals(kind)
                    && resource.at("/metadata/name").asText().matches(name)) {
                resources.set(i, (ObjectNode) JsonPatch.apply(operations, resource));
                matched++;
            }
        }
        if (matched == 0) {
            throw new IllegalArgumentException("No " + kind + " named " + name + " to patch");
        }
    }

    private static JsonNode parseTree(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rename(ObjectNode resource, JsonNode image) {
        JsonNode containers = resource.at("/spec/template/spec/containers");
        if (containers instanceof ArrayNode array) {
            for (JsonNode container : array) {
                if (container.path("image").asText().equals(image.get("name").asText())) {
                    String name = image.path("newName").asText(image.get("name").asText());
                    ((ObjectNode) container)
                            .put("image", name + ":" + image.get("newTag").asText());
                }
            }
        }
    }
}
