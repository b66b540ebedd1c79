package org.kith.directory.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.search.index.Hit;
import org.kith.directory.search.index.Page;
import org.kith.directory.search.index.Place;

/** A page as a table (RFC 4180, UTF-8) for a spreadsheet; no text of a listing can act as a formula in it. */
final class Csv {
    static final String TYPE = "text/csv";

    private static final List<String> SERVICE = List.of(
            "name", "alternate_name", "description", "url", "email", "eligibility_description", "fees_description");
    private static final List<String> ADDRESS = List.of("address_1", "city", "state_province", "postal_code");
    private static final List<String> HEADER = Stream.of(
                    Stream.of("id"),
                    SERVICE.stream(),
                    Stream.of("assured_date", "organization", "phone"),
                    ADDRESS.stream(),
                    Stream.of("latitude", "longitude", "distance_km", "score", "next_open"))
            .flatMap(names -> names)
            .toList();

    private Csv() {}

    static byte[] of(Page page) {
        StringBuilder table = new StringBuilder(String.join(",", HEADER)).append("\r\n");
        for (Hit hit : page.hits()) {
            table.append(row(hit).collect(Collectors.joining(","))).append("\r\n");
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<String> row(Hit hit) {
        JsonNode service = HsdsJson.tree(hit.service());
        Place place = hit.place();
        JsonNode address = place == null
                ? HsdsJson.mapper().createObjectNode()
                : HsdsJson.tree(place.json()).path("addresses").path(0);
        Place onTheMap = place != null && place.isOnTheMap() ? place : null;
        return Stream.of(
                        Stream.of(hit.id()),
                        SERVICE.stream().map(field -> cell(service.path(field).asText())),
                        Stream.of(
                                service.path("assured_date").asText(),
                                cell(service.path("organization").path("name").asText()),
                                cell(hit.phone() == null ? "" : hit.phone())),
                        ADDRESS.stream().map(field -> cell(address.path(field).asText())),
                        Stream.of(
                                plain(onTheMap == null ? null : onTheMap.latitude()),
                                plain(onTheMap == null ? null : onTheMap.longitude()),
                                plain(hit.distanceKm()),
                                plain(hit.score()),
                                plain(hit.nextOpen())))
                .flatMap(cells -> cells);
    }

    /** What a spreadsheet would take for a formula gets an apostrophe in front. */
    static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\n|%".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String plain(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
