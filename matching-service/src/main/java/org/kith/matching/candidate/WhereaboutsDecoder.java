package org.kith.matching.candidate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads places, addresses and service areas; of a confidential place only the country and the region are kept. */
final class WhereaboutsDecoder {
    private WhereaboutsDecoder() {}

    static Whereabouts decode(JsonNode service, boolean confidential) {
        List<JsonNode> locations = new ArrayList<>();
        service.path("service_at_locations").forEach(at -> locations.add(at.path("location")));
        List<ServiceArea> areas = areas(service);
        Optional<JsonNode> address = locations.stream()
                .flatMap(location -> stream(location.path("addresses")))
                .findFirst();
        String country = address.map(found -> ContactDecoder.text(found, "country"))
                .map(code -> code.toUpperCase(java.util.Locale.ROOT))
                .filter(code -> code.length() == 2)
                .or(() -> areas.stream()
                        .map(ServiceArea::country)
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse(null);
        String region = address.flatMap(found -> Regions.region(country, ContactDecoder.text(found, "state_province")))
                .or(() -> onlyRegion(areas))
                .orElse(null);
        if (confidential) {
            return new Whereabouts(List.of(), true, country, region, null, null, null, areas);
        }
        return new Whereabouts(
                places(locations),
                false,
                country,
                region,
                address.map(found -> ContactDecoder.text(found, "city")).orElse(null),
                address.map(found -> ContactDecoder.text(found, "postal_code")).orElse(null),
                address.map(found -> ContactDecoder.text(found, "address_1")).orElse(null),
                areas);
    }

    private static List<Place> places(List<JsonNode> locations) {
        Set<Place> places = new LinkedHashSet<>();
        for (JsonNode location : locations) {
            JsonNode latitude = location.path("latitude");
            JsonNode longitude = location.path("longitude");
            boolean onEarth = latitude.isNumber()
                    && longitude.isNumber()
                    && Math.abs(latitude.asDouble()) <= 90
                    && Math.abs(longitude.asDouble()) <= 180
                    // The ocean off Ghana is where missing coordinates end up.
                    && !(latitude.asDouble() == 0 && longitude.asDouble() == 0);
            if (onEarth && !location.path("location_type").asText("").equals("virtual")) {
                places.add(new Place(latitude.asDouble(), longitude.asDouble()));
            }
        }
        return List.copyOf(places);
    }

    private static List<ServiceArea> areas(JsonNode service) {
        Set<ServiceArea> areas = new LinkedHashSet<>();
        Stream<JsonNode> own = stream(service.path("service_areas"));
        Stream<JsonNode> ofPlaces =
                stream(service.path("service_at_locations")).flatMap(at -> stream(at.path("service_areas")));
        Stream.concat(own, ofPlaces).forEach(area -> {
            String extent = ContactDecoder.text(area, "extent");
            String name = ContactDecoder.text(area, "name");
            ServiceArea byName = name == null ? null : Regions.area(name);
            if (byName != null && byName.country() != null) {
                areas.add(byName);
            } else if (extent != null && Regions.area(extent).country() != null) {
                areas.add(Regions.area(extent));
            } else if (byName != null) {
                areas.add(byName);
            }
        });
        return List.copyOf(areas);
    }

    private static Optional<String> onlyRegion(List<ServiceArea> areas) {
        Set<@Nullable String> regions = new LinkedHashSet<>();
        areas.forEach(area -> regions.add(area.region()));
        return regions.size() == 1 ? Optional.ofNullable(regions.iterator().next()) : Optional.empty();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }
}
