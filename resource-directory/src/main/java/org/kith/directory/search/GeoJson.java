package org.kith.directory.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.search.index.Hit;
import org.kith.directory.search.index.Page;
import org.kith.directory.search.index.Place;

/** A page as a feature collection (RFC 7946); what has no place to show has no geometry. */
final class GeoJson {
    static final String TYPE = "application/geo+json";

    private GeoJson() {}

    static byte[] of(Page page, boolean withFacets, @Nullable String next) {
        ObjectNode collection = HsdsJson.mapper().createObjectNode().put("type", "FeatureCollection");
        collection.put("total", page.total());
        ArrayNode features = collection.putArray("features");
        page.hits().forEach(hit -> features.add(feature(hit)));
        if (withFacets) {
            collection.set("facets", HsdsJson.mapper().valueToTree(page.facets()));
        }
        if (next != null) {
            collection.put("next", next);
        }
        return HsdsJson.bytes(collection);
    }

    private static JsonNode feature(Hit hit) {
        ObjectNode feature =
                HsdsJson.mapper().createObjectNode().put("type", "Feature").put("id", hit.id());
        Place place = hit.place();
        if (place != null && place.isOnTheMap()) {
            feature.putObject("geometry")
                    .put("type", "Point")
                    .putArray("coordinates")
                    .add(place.longitude())
                    .add(place.latitude());
        } else {
            feature.putNull("geometry");
        }
        ObjectNode properties = feature.putObject("properties");
        properties.set("service", HsdsJson.tree(hit.service()));
        if (place != null) {
            properties.set("location", HsdsJson.tree(place.json()));
        }
        if (hit.phone() != null) {
            properties.put("phone", hit.phone());
        }
        if (hit.distanceKm() != null) {
            properties.put("distance_km", hit.distanceKm());
        }
        properties.put("score", hit.score());
        properties.set("why", HsdsJson.mapper().valueToTree(hit.why()));
        if (hit.nextOpen() != null) {
            properties.put("next_open", hit.nextOpen().toString());
        }
        return feature;
    }
}
