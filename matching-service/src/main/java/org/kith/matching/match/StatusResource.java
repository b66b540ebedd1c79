package org.kith.matching.match;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kith.contracts.Vocabulary;
import org.kith.matching.crisis.CrisisTable;
import org.kith.matching.platform.DirectoryCopy;
import org.kith.matching.platform.FeedProgress;
import org.kith.matching.platform.ListingFeed;
import org.kith.matching.policy.Policy;

/** What this replica knows, and the codes that it understands. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service", description = "Versions, the state of the copy, and the vocabulary")
class StatusResource {

    @Schema(description = "The state of this replica")
    record Status(
            boolean ready,
            String state,
            @Schema(description = "Listings held") int listings,

            @Schema(description = "Events that wait to be read")
            long lag,

            String directoryVersion,
            MatchAnswer.PolicyRef policy,
            String crisisTableVersion,
            String vocabularyVersion) {}

    @Schema(description = "Every list of codes with its labels, and the axes of identity with their codes")
    record VocabularyView(
            String version, Map<String, Map<String, String>> lists, Map<String, Set<String>> identityAxes) {}

    private final DirectoryCopy copy;
    private final ListingFeed feed;
    private final Policy policy = Policy.standard();

    StatusResource(DirectoryCopy copy, ListingFeed feed) {
        this.copy = copy;
        this.feed = feed;
    }

    @GET
    @Path("/status")
    @Authenticated
    @Operation(
            operationId = "status",
            summary = "The state of this replica",
            description = "How many listings it holds, how far behind it is, and the versions it answers with.")
    @APIResponse(
            responseCode = "200",
            description = "The state",
            content = @Content(schema = @Schema(implementation = Status.class)))
    public Status status() {
        FeedProgress progress = feed.progress();
        return new Status(
                progress.ready(),
                progress.state(),
                copy.size(),
                progress.lag(),
                copy.snapshot().version(),
                new MatchAnswer.PolicyRef(policy.version(), policy.sha256()),
                CrisisTable.standard().version(),
                Vocabulary.standard().version());
    }

    @GET
    @Path("/vocabulary")
    @PermitAll
    @Operation(
            operationId = "vocabulary",
            summary = "The codes of a request",
            description = "Each list with its codes and their labels. Codes are stable; labels are for people.")
    @APIResponse(
            responseCode = "200",
            description = "The vocabulary",
            content = @Content(schema = @Schema(implementation = VocabularyView.class)))
    public VocabularyView vocabulary() {
        Vocabulary vocabulary = Vocabulary.standard();
        Map<String, Map<String, String>> lists = new LinkedHashMap<>();
        for (String list : vocabulary.lists()) {
            Map<String, String> labels = new LinkedHashMap<>();
            vocabulary.codes(list).forEach(code -> labels.put(code, vocabulary.label(list, code)));
            lists.put(list, labels);
        }
        Map<String, Set<String>> axes = new LinkedHashMap<>();
        vocabulary.identityAxes().forEach(axis -> axes.put(axis, vocabulary.identityCodes(axis)));
        return new VocabularyView(vocabulary.version(), lists, axes);
    }
}
