package org.kith.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
    private static final Path K8S = Path.of(System.getProperty("kith.root"), "deploy", "k8s");
    private static final Set<String> SERVICES = Set.of("resource-directory", "matching-service", "referral-service");

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void everyManifestOfAnOverlayIsWhatItsKindAllows(String overlay) {
        List<ObjectNode> manifests = render(overlay);
        manifests.forEach(StrictModels::read);
        assertThat(manifests).hasSizeGreaterThan(40);
        assertThat(manifests.stream().map(ManifestsTest::id)).doesNotHaveDuplicates();
    }

    @Test
    void aTypoFails() {
        ObjectNode deployment = find(render("prod"), "Deployment", "matching-service");
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0")).put("imagePullPolcy", "Always");
        assertThatThrownBy(() -> StrictModels.read(deployment)).hasMessageContaining("imagePullPolcy");
        ObjectNode topic = find(render("prod"), "KafkaTopic", "directory.listing.v1");
        ((ObjectNode) topic.get("spec")).put("partition", 4);
        assertThatThrownBy(() -> StrictModels.read(topic)).hasMessageContaining("partition");
        ObjectNode database = find(render("prod"), "Cluster", "referral-db");
        ((ObjectNode) database.get("spec")).put("instance", 3);
        assertThatThrownBy(() -> StrictModels.read(database)).hasMessageContaining("instance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void kubectlRendersTheSame(String overlay) throws IOException, InterruptedException {
        assumeTrue(hasKubectl(), "kubectl is not installed: our own rendering alone is tested");
        Process process = new ProcessBuilder(
                        "kubectl",
                        "kustomize",
                        K8S.resolve("overlays/" + overlay).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String yaml = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(byId(render(overlay))).isEqualTo(byId(Kustomization.parse(yaml)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource-directory", "matching-service", "referral-service"})
    void containersRunWithoutRootOnAReadOnlyFileSystemWithProbesAndResources(String service) {
        JsonNode pod = workload(service).at("/spec/template/spec");
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
        JsonNode container = pod.at("/containers/0");
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                .isEqualTo("ALL");
        assertThat(container.at("/resources/requests/cpu").isTextual()).isTrue();
        assertThat(container.at("/resources/limits/memory").isTextual()).isTrue();
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(container.at("/" + probe + "/httpGet/path").asText()).startsWith("/q/health/");
        }
        assertThat(container.at("/image").asText()).contains(":").doesNotEndWith(":latest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource-directory", "matching-service", "referral-service"})
    void eachServiceScalesAndSurvivesADrainedNode(String service) {
        ObjectNode autoscaler = find(render("prod"), "HorizontalPodAutoscaler", service);
        assertThat(autoscaler.at("/spec/minReplicas").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(autoscaler.at("/spec/scaleTargetRef/kind").asText())
                .isEqualTo(workload(service).path("kind").asText());
        assertThat(find(render("prod"), "PodDisruptionBudget", service)
                        .at("/spec/selector/matchLabels/app.kubernetes.io~1name")
                        .asText())
                .isEqualTo(service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource-directory", "matching-service", "referral-service"})
    void noServiceReachesAnother(String service) {
        ObjectNode policy = find(render("prod"), "NetworkPolicy", service);
        Set<String> reached = new TreeSet<>();
        policy.at("/spec/egress")
                .forEach(rule -> rule.path("to")
                        .forEach(peer -> peer.at("/podSelector/matchLabels")
                                .elements()
                                .forEachRemaining(label -> reached.add(label.asText()))));
        policy.at("/spec/ingress")
                .forEach(rule -> rule.path("from")
                        .forEach(peer -> assertThat(peer.has("podSelector"))
                                .as("only namespaces of the ingress and monitoring come in")
                                .isFalse()));
        assertThat(reached).isNotEmpty().doesNotContainAnyElementsOf(SERVICES).doesNotContain("kith.example.org");
        assertThat(find(render("prod"), "NetworkPolicy", "default-deny").at("/spec/podSelector"))
                .isEmpty();
    }

    @Test
    void everyTopicOfTheEventContractsIsDeclaredWithItsDeadLetterTopic() {
        Set<String> declared = render("prod").stream()
                .filter(manifest -> manifest.path("kind").asText().equals("KafkaTopic"))
                .map(manifest -> manifest.at("/spec/topicName").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> topics =
                Set.of("directory.listing.v1", "referral.events.v1", "provider.capacity.v1", "match.performed.v1");
        assertThat(declared).containsAll(topics);
        topics.forEach(topic -> assertThat(declared).contains(topic + ".dlt"));
        for (String compacted : List.of("directory.listing.v1", "provider.capacity.v1")) {
            assertThat(find(render("prod"), "KafkaTopic", compacted)
                            .at("/spec/config/cleanup.policy")
                            .asText())
                    .isEqualTo("compact");
        }
    }

    @Test
    void noSecretStandsInTheManifests() {
        for (ObjectNode manifest : render("prod")) {
            assertThat(manifest.path("kind").asText()).isNotEqualTo("Secret");
            manifest.findParents("name")
                    .forEach(parent -> assertThat(parent.path("name").asText().matches(".*(PASSWORD|KEY|SECRET|JAAS).*")
                                    && parent.hasNonNull("value"))
                            .as("a secret given as a value: %s", parent)
                            .isFalse());
        }
    }

    private static List<ObjectNode> render(String overlay) {
        return Kustomization.render(K8S.resolve("overlays").resolve(overlay));
    }

    private static ObjectNode workload(String service) {
        return render("prod").stream()
                .filter(manifest -> Set.of("Deployment", "StatefulSet")
                        .contains(manifest.path("kind").asText()))
                .filter(manifest -> manifest.at("/metadata/name").asText().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode find(List<ObjectNode> manifests, String kind, String name) {
        return manifests.stream()
                .filter(manifest -> id(manifest).equals(kind + "/" + name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + kind + " " + name));
    }

    private static String id(JsonNode manifest) {
        return manifest.path("kind").asText() + "/"
                + manifest.at("/metadata/name").asText();
    }

    private static Map<String, JsonNode> byId(List<ObjectNode> manifests) {
        return StreamSupport.stream(manifests.spliterator(), false)
                .collect(Collectors.toMap(ManifestsTest::id, manifest -> manifest, (a, b) -> a, TreeMap::new));
    }

    private static boolean hasKubectl() throws InterruptedException {
        try {
            return new ProcessBuilder("kubectl", "version", "--client")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
