package org.kith.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.kith.directory.imports.ImportCalls.finished;
import static org.kith.directory.imports.ImportCalls.imported;
import static org.kith.directory.imports.ImportCalls.post;
import static org.kith.directory.imports.ImportCalls.report;
import static org.kith.directory.imports.ImportCalls.steward;
import static org.kith.directory.imports.ImportCalls.undo;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.kith.directory.DirectoryTest;
import org.kith.directory.Samples;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.NameBasedId;
import org.kith.directory.hsds.Organization;
import org.kith.directory.listing.Directory;
import org.kith.directory.listing.OrganizationTree;

@DirectoryTest
class ImportResourceTest {
    @Inject
    DataSource database;

    @Inject
    Directory directory;

    @Test
    void takesInADirtyDirectoryAndAccountsForEveryRow() {
        JsonNode job = imported("dirty", Zips.of("ohana"));

        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(job.path("format").asText()).isEqualTo("ohana-csv");
        assertThat(job.path("progress").asDouble()).isEqualTo(1);
        assertThat(job.path("rows").path("in").asInt()).isEqualTo(25);
        assertAdded(job);
        assertThat(job.at("/by_entity/service/stored").asInt()).isEqualTo(3);
        assertThat(job.at("/by_entity/service/refused").asInt()).isEqualTo(1);

        JsonNode circle = listing("dirty", "1001");
        assertThat(circle.at("/organization/name").asText()).isEqualTo("The Circle");
        assertThat(circle.at("/description").asText()).isEqualTo("We meet & talk.\nCome\nby.");
        assertThat(circle.at("/minimum_age").asInt()).isEqualTo(18);
        assertThat(circle.at("/phones/0/number").asText()).isEqualTo("(800) 370-5323");
        assertThat(circle.at("/phones/1/extension").asInt()).isEqualTo(574);
        assertThat(circle.at("/schedules/0/opens_at").asText()).isEqualTo("08:30");
        assertThat(circle.at("/service_at_locations/0/location/addresses/0/address_1")
                        .asText())
                .isEqualTo("12 Elm St");
    }

    @Test
    void tellsRowByRowWhatItRepairedAndRefused() {
        JsonNode job = imported("told", Zips.of("ohana"));
        List<JsonNode> report = report(job);

        assertThat(report)
                .anySatisfy(line -> {
                    assertThat(line.path("file").asText()).isEqualTo("phones.csv");
                    assertThat(line.path("row").asInt()).isEqualTo(1);
                    assertThat(line.path("action").asText()).isEqualTo("repaired");
                    assertThat(line.at("/problems/0/code").asText()).isEqualTo("phone-letters");
                    assertThat(line.at("/problems/0/original").asText()).isEqualTo("(800) 370-LEAD");
                    assertThat(line.at("/problems/0/now").asText()).isEqualTo("(800) 370-5323");
                })
                .anySatisfy(line -> {
                    assertThat(line.path("entity").asText()).isEqualTo("organization");
                    assertThat(line.path("source_id").asText()).isEqualTo("103");
                    assertThat(line.path("action").asText()).isEqualTo("refused");
                    assertThat(line.at("/problems/0/code").asText()).isEqualTo("no-name");
                });
        assertThat(report.stream().filter(l -> l.path("action").asText().equals("refused")))
                .hasSize(job.at("/rows/refused").asInt());
        assertThat(report.stream().filter(l -> l.path("action").asText().equals("repaired")))
                .hasSize(job.at("/rows/repaired").asInt());
    }

    @Test
    void importingTwiceChangesNothing() {
        imported("twice", Zips.of("ohana"));
        long change = lastChange();
        JsonNode again = imported("twice", Zips.of("ohana"));

        assertThat(again.at("/rows/stored").asInt()).isZero();
        assertThat(again.at("/rows/repaired").asInt()).isZero();
        assertAdded(again);
        assertThat(lastChange()).isEqualTo(change);
    }

    @Test
    void aNewerCopyUpdatesAndWithdrawsOnlyWhenAsked() {
        Map<String, String> files = Zips.files("ohana");
        imported("newer", Zips.of(files));
        files.put(
                "services.csv",
                withoutLine(files.getOrDefault("services.csv", ""), "1002,")
                        .replace("Grief circle", "Circle of grief"));
        JsonNode kept = imported("newer", Zips.of(files));
        assertThat(kept.at("/by_entity/service/stored").asInt()).isEqualTo(1);
        assertThat(kept.at("/by_entity/service/unchanged").asInt()).isEqualTo(1);
        assertThat(listing("newer", "1001").path("name").asText()).isEqualTo("Circle of grief");
        assertThat(isListed("newer", "1002")).isTrue();

        JsonNode withdrawn = finished(post("newer", Zips.of(files), "x.zip", Map.of("withdraw_missing", "true")));
        assertThat(withdrawn.path("state").asText()).isEqualTo("done");
        assertThat(isListed("newer", "1002")).isFalse();
        assertThat(isListed("newer", "1001")).isTrue();
        assertThat(report(withdrawn))
                .anySatisfy(line -> assertThat(line.path("action").asText()).isEqualTo("withdrawn"));

        files.keySet().forEach(file -> files.computeIfPresent(file, (f, text) -> withoutLine(text, "102,")));
        files.put("organizations.csv", withoutLine(files.getOrDefault("organizations.csv", ""), "102,"));
        finished(post("newer", Zips.of(files), "x.zip", Map.of("withdraw_missing", "true")));
        assertThat(count("select count(*) from organization where id = '"
                        + NameBasedId.ofForeign("newer", "organization", "102") + "'"))
                .isZero();
    }

    @Test
    void aDryRunOnlySaysWhatItWouldDo() {
        JsonNode job = finished(post("dry", Zips.of("ohana"), "x.zip", Map.of("dry_run", "true")));

        assertThat(job.path("dry_run").asBoolean()).isTrue();
        assertThat(job.at("/rows/stored").asInt()).isPositive();
        assertAdded(job);
        assertThat(isListed("dry", "1001")).isFalse();
        undo(job).then().statusCode(409);
    }

    @Test
    void undoWithdrawsWhatWasNewAndRestoresWhatWasNot() {
        Map<String, String> files = Zips.files("ohana");
        JsonNode first = imported("undone", Zips.of(files));
        files.put(
                "services.csv",
                files.getOrDefault("services.csv", "").replace("Grief circle", "Renamed")
                        + "1005,1,,New one,,,,,Added,active,,\n");
        JsonNode second = imported("undone", Zips.of(files));
        assertThat(listing("undone", "1001").path("name").asText()).isEqualTo("Renamed");
        assertThat(isListed("undone", "1005")).isTrue();

        undo(first)
                .then()
                .statusCode(409)
                .body("imports", hasItem(second.path("id").asText()));
        undo(second).then().statusCode(200).body("state", equalTo("undone"));
        assertThat(listing("undone", "1001").path("name").asText()).isEqualTo("Grief circle");
        assertThat(isListed("undone", "1005")).isFalse();
        undo(second).then().statusCode(409);

        undo(first).then().statusCode(200).body("state", equalTo("undone"));
        assertThat(isListed("undone", "1001")).isFalse();
        assertThat(imported("undone", Zips.of("ohana"))
                        .at("/by_entity/service/stored")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void undoLeavesWhatSomebodyElseWroteSince() {
        JsonNode job = imported("since", Zips.of("ohana"));
        UUID circle = NameBasedId.ofForeign("since", "organization", "101");
        UUID bridge = NameBasedId.ofForeign("since", "organization", "102");
        directory.store(OrganizationTree.of(circle).with(Samples.service("added by an editor")));
        directory.store(OrganizationTree.of(bridge, Organization.with(o -> {
            o.id = bridge;
            o.name = "Bridge, renamed";
            o.description = "By an editor";
        })));

        undo(job).then().statusCode(200);
        assertThat(isListed("since", "1001")).isFalse();
        assertThat(count("select count(*) from service where organization_id = '" + circle + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from organization where name = 'Bridge, renamed'"))
                .isEqualTo(1);
        assertThat(report(job).stream().filter(l -> l.path("action").asText().equals("kept")))
                .hasSize(2);
    }

    @Test
    void anOrganizationMadeForAnOrphanIsTakenBackAndWithdrawnLikeAnyOther() {
        Map<String, String> files = Zips.files("ohana");
        files.merge("services.csv", "1009,,,Alone in the world.,,,,,Orphan,active,,\n", String::concat);
        JsonNode first = imported("orphan", Zips.of(files));
        assertThat(listing("orphan", "1009").at("/organization/name").asText()).isEqualTo("Orphan");
        undo(first).then().statusCode(200);
        assertThat(isListed("orphan", "1009")).isFalse();

        imported("orphan", Zips.of(files));
        assertThat(isListed("orphan", "1009")).isTrue();
        JsonNode last = finished(post("orphan", Zips.of("ohana"), "x.zip", Map.of("withdraw_missing", "true")));
        assertThat(isListed("orphan", "1009")).isFalse();
        undo(last).then().statusCode(200);
        assertThat(isListed("orphan", "1009")).isTrue();
    }

    @Test
    void theSameFileTwiceAtOnceIsQueued() {
        byte[] zip = Zips.of("ohana");
        Response one = post("queued", zip, "x.zip", Map.of());
        Response two = post("queued", zip, "x.zip", Map.of());
        assertThat(finished(one).at("/rows/stored").asInt()).isPositive();
        assertThat(finished(two).at("/rows/stored").asInt()).isZero();
    }

    @Test
    void followsProgressOverServerSentEvents() {
        Response job = post("followed", Zips.of("ohana"), "x.zip", Map.of());
        Response stream = steward()
                .accept("text/event-stream")
                .header("Accept-Encoding", "gzip")
                .get(job.getHeader("Location") + "/events");
        // Packed, it would come when it is over.
        assertThat(stream.header("Content-Encoding")).isNotEqualTo("gzip");
        String events = stream.asString();
        assertThat(events).contains("data:").contains("\"state\":\"done\"");
    }

    @Test
    void readsNestedHsdsDocuments() {
        String document = """
                [{"id": "5a3f3a0e-0000-4000-8000-000000000001", "name": "Warm line", "status": "active",
                  "x_vendor": {"secret": true},
                  "organization": {"id": "5a3f3a0e-0000-4000-8000-000000000002", "name": "Line", "description": "d"},
                  "phones": [{"number": "410-555-0199 ext. 7"}],
                  "attributes": [
                    {"taxonomy_term": {"taxonomy": "kith:kind", "code": "warmline"}},
                    {"taxonomy_term": {"taxonomy": "kith:kind2", "code": "x"}}]}]
                """;
        JsonNode job = imported("nested", "services.json", document.getBytes(StandardCharsets.UTF_8));
        assertThat(job.path("format").asText()).isEqualTo("hsds-3-json");
        assertThat(job.at("/rows/stored").asInt()).isEqualTo(2);
        JsonNode listing = document(UUID.fromString("5a3f3a0e-0000-4000-8000-000000000001"));
        assertThat(listing.at("/attributes/0/taxonomy_term/code").asText()).isEqualTo("warmline");
        assertThat(listing.at("/attributes")).hasSize(1);
        assertThat(listing.at("/phones/0/extension").asInt()).isEqualTo(7);
        assertThat(report(job).toString()).contains("unknown-code").contains("service.x_vendor");
    }

    private static void assertAdded(JsonNode job) {
        List<JsonNode> counts = new ArrayList<>(List.of(job.path("rows")));
        job.path("by_entity").forEach(counts::add);
        for (JsonNode c : counts) {
            assertThat(c.path("stored").asInt()
                            + c.path("unchanged").asInt()
                            + c.path("refused").asInt())
                    .isEqualTo(c.path("in").asInt());
        }
    }

    private static String withoutLine(String text, String start) {
        return String.join(
                        "\n",
                        text.lines().filter(line -> !line.startsWith(start)).toList()) + "\n";
    }

    private JsonNode listing(String source, String id) {
        return document(NameBasedId.ofForeign(source, "service", id));
    }

    private boolean isListed(String source, String id) {
        return count("select count(*) from listing where not withdrawn and service_id = '"
                        + NameBasedId.ofForeign(source, "service", id) + "'")
                == 1;
    }

    private long lastChange() {
        return count("select max(change) from listing");
    }

    private long count(String sql) {
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode document(UUID service) {
        try (Connection connection = database.getConnection();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select document from listing where service_id = '" + service + "'")) {
            assertThat(row.next()).isTrue();
            return HsdsJson.tree(row.getBytes(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
