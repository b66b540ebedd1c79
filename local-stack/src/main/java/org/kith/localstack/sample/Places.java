package org.kith.localstack.sample;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Organizations and locations of one region of the sample, as HSDS objects. */
final class Places {
    private final Map<String, Row> organizations;
    private final Map<String, Row> locations;

    Places(List<Row> organizations, List<Row> locations) {
        this.organizations = byKey(organizations);
        this.locations = byKey(locations);
    }

    ObjectNode organization(String key) {
        Row row = row(organizations, key, "organization");
        ObjectNode organization = JsonNodeFactory.instance.objectNode().put("id", organizationId(key));
        Json.copy(row, organization, "name", "alternate_name", "description", "website", "email", "legal_status");
        return organization;
    }

    String organizationId(String key) {
        return row(organizations, key, "organization").text("id").orElseGet(() -> Ids.of("organization", key));
    }

    boolean isConfidential(String key) {
        return row(locations, key, "location").isTrue("confidential");
    }

    ObjectNode location(String key) {
        Row row = row(locations, key, "location");
        String id = Ids.of("location", key);
        ObjectNode location = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("location_type", "physical")
                .put("organization_id", organizationId(row.text("organization").orElseThrow()));
        Json.copy(row, location, "name", "transportation");
        Json.copyNumbers(row, location, "latitude", "longitude");
        ObjectNode address = location.putArray("addresses")
                .addObject()
                .put("id", Ids.of("address", key))
                .put("location_id", id)
                .put("address_type", "physical");
        Json.copy(row, address, "address_1", "address_2", "city", "state_province", "postal_code", "country");
        if (row.isTrue("confidential")) {
            location.set("attributes", Codes.confidentialLocation(id));
        }
        return location;
    }

    private static Row row(Map<String, Row> rows, String key, String what) {
        Row row = rows.get(key);
        if (row == null) {
            throw new IllegalArgumentException("No " + what + " " + key);
        }
        return row;
    }

    private static Map<String, Row> byKey(List<Row> rows) {
        return rows.stream().collect(Collectors.toMap(Row::key, Function.identity()));
    }
}
