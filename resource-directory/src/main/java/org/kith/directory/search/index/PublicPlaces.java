package org.kith.directory.search.index;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Address;
import org.kith.directory.hsds.Attribute;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Kith;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.ServiceAtLocation;

/**
 * The places of a listing that may be shown.
 *
 * <p>A confidential place does not come in here at all, so that nothing in the index can give it away: no point, no
 * city, no postal code, no name.
 */
final class PublicPlaces {
    private PublicPlaces() {}

    static List<Location> of(Listing listing) {
        if (isConfidential(listing.attributes())) {
            return List.of();
        }
        return listing.serviceAtLocations().stream()
                .filter(at -> !isConfidential(at.attributes()))
                .map(ServiceAtLocation::location)
                .filter(Objects::nonNull)
                .filter(location -> !isConfidential(location.attributes()))
                .toList();
    }

    static Place place(Location location) {
        Double latitude = location.latitude();
        Double longitude = location.longitude();
        boolean known = latitude != null
                && longitude != null
                && Math.abs(latitude) <= 90
                && Math.abs(longitude) <= 180
                && (latitude != 0 || longitude != 0);
        Address address = location.addresses().stream().findFirst().orElse(null);
        return new Place(
                known && latitude != null ? latitude : Double.NaN,
                known && longitude != null ? longitude : Double.NaN,
                address == null ? "" : text(address.postalCode()),
                address == null ? "" : text(address.city()),
                address == null ? "" : text(address.stateProvince()),
                HsdsJson.bytes(shown(location)));
    }

    private static Location shown(Location location) {
        return location.but(draft -> {
            draft.languages = List.of();
            draft.contacts = List.of();
            draft.phones = List.of();
            draft.schedules = List.of();
            draft.attributes = List.of();
            draft.metadata = List.of();
        });
    }

    private static boolean isConfidential(List<Attribute> attributes) {
        return attributes.stream().anyMatch(attribute -> Kith.says(attribute, "kith:feature", "confidential_location"));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
