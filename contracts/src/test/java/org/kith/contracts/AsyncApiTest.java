package org.kith.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private final JsonNode document = EventFiles.yaml(EventFiles.FOLDER.resolve("asyncapi.yaml"));

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        List<String> references = new ArrayList<>(document.findValuesAsText("$ref"));
        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(EventFiles.FOLDER.resolve(reference)).exists();
            }
        });
    }

    @Test
    void everyEventIsAMessageOfOneChannelWithItsOwnSchema() {
        for (String event : EventFiles.withSchema()) {
            List<JsonNode> messages = values(document.at("/components/messages")).values().stream()
                    .filter(message -> message.path("name").asText().equals("org.kith." + event + ".v1"))
                    .toList();
            assertThat(messages).as(event).singleElement().satisfies(message -> {
                assertThat(message.at("/payload/schema/$ref").asText()).isEqualTo("./" + event + ".v1.schema.json");
                assertThat(message.at("/headers/properties/ce_type/const").asText())
                        .isEqualTo(message.path("name").asText());
                assertThat(message.at("/traits/0/$ref").asText()).endsWith("/cloudEvent");
            });
        }
        List<String> inChannels = new ArrayList<>();
        values(document.path("channels"))
                .values()
                .forEach(channel -> channel.path("messages").findValuesAsText("$ref").stream()
                        .filter(reference -> !reference.endsWith("/deadLetter"))
                        .forEach(inChannels::add));
        assertThat(inChannels).doesNotHaveDuplicates().hasSameSizeAs(EventFiles.withSchema());
    }

    @Test
    void theTopicsAreThoseOfTheCode() {
        Map<String, Map<String, String>> written = new TreeMap<>();
        values(document.path("channels")).values().forEach(channel -> {
            JsonNode kafka = channel.at("/bindings/kafka");
            assertThat(kafka.path("partitions").asInt()).isEqualTo(Topic.PARTITIONS);
            Map<String, String> settings = new LinkedHashMap<>();
            values(kafka.path("topicConfiguration"))
                    .forEach((name, value) ->
                            settings.put(name, value.isArray() ? value.path(0).asText() : value.asText()));
            written.put(channel.path("address").asText(), settings);
        });
        assertThat(written).isEqualTo(topicsOfTheCode());
    }

    @Test
    void theTopicsOfTheClusterAreThoseOfTheCode() {
        Map<String, Map<String, String>> declared = new TreeMap<>();
        for (JsonNode topic : EventFiles.yamls(Path.of("../deploy/k8s/base/kafka/topics.yaml"))) {
            Map<String, String> settings = new LinkedHashMap<>();
            values(topic.at("/spec/config")).forEach((name, value) -> settings.put(name, value.asText()));
            // Depends on the cluster's size.
            settings.remove("min.insync.replicas");
            declared.put(topic.at("/spec/topicName").asText(), settings);
            assertThat(topic.at("/spec/partitions").asInt()).isEqualTo(Topic.PARTITIONS);
        }
        assertThat(declared).isEqualTo(topicsOfTheCode());
    }

    @Test
    void everyTopicHasOneWriter() {
        for (String channel : values(document.path("channels")).keySet()) {
            List<JsonNode> senders = values(document.path("operations")).values().stream()
                    .filter(operation -> operation.path("action").asText().equals("send"))
                    .filter(operation -> operation.at("/channel/$ref").asText().equals("#/channels/" + channel))
                    .toList();
            if (!channel.endsWith("DeadLetters")) {
                assertThat(senders).as(channel).hasSize(1);
            }
        }
    }

    @Test
    void nothingElseLiesInTheFolder() throws IOException {
        try (var files = Files.list(EventFiles.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.endsWith(".v1.schema.json")
                            || name.endsWith(".v1.example.json")
                            || name.equals("shared")
                            || name.equals("asyncapi.yaml"));
        }
    }

    private static Map<String, Map<String, String>> topicsOfTheCode() {
        Map<String, Map<String, String>> topics = new TreeMap<>();
        for (Topic topic : Topic.values()) {
            topics.put(topic.topicName(), topic.settings());
            topics.put(topic.deadLetterName(), Topic.deadLetterSettings());
        }
        return topics;
    }

    private static Map<String, JsonNode> values(JsonNode object) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        object.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        return values;
    }
}
