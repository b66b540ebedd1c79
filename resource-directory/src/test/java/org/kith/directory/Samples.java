package org.kith.directory;

import java.util.List;
import java.util.UUID;
import org.kith.directory.hsds.Address;
import org.kith.directory.hsds.Kith;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.hsds.Phone;
import org.kith.directory.hsds.ServiceAtLocation;
import org.kith.directory.listing.OrganizationTree;

/** Small organizations to try things on, each with ids of its own. */
public final class Samples {
    private Samples() {}

    public static Organization organization(String name) {
        return Organization.with(o -> {
            o.id = UUID.randomUUID();
            o.name = name;
            o.description = "About " + name;
            o.phones = List.of(Phone.with(p -> p.number = "+1 410 555 0100"));
        });
    }

    public static Location location(String street) {
        return Location.with(l -> {
            l.id = UUID.randomUUID();
            l.name = "House";
            l.locationType = "physical";
            l.latitude = 39.29041;
            l.longitude = -76.61219;
            l.addresses = List.of(Address.with(a -> {
                a.address1 = street;
                a.city = "Baltimore";
                a.stateProvince = "MD";
                a.postalCode = "21201";
                a.country = "US";
                a.addressType = "physical";
            }));
        });
    }

    public static Listing service(String name, Location... locations) {
        return Listing.with(l -> {
            l.id = UUID.randomUUID();
            l.name = name;
            l.status = "active";
            l.description = "People meet for " + name;
            l.phones = List.of(Phone.with(p -> p.number = "+1 410 555 0101"));
            l.attributes = List.of(Kith.attribute("kith:kind", "support_group"));
            l.serviceAtLocations = List.of(locations).stream()
                    .map(location -> ServiceAtLocation.with(s -> s.locationId = location.id()))
                    .toList();
        });
    }

    public static Listing confidential(Listing service) {
        return service.but(l -> l.attributes = List.of(
                Kith.attribute("kith:kind", "practical_service"),
                Kith.attribute("kith:feature", "confidential_location")));
    }

    public static OrganizationTree tree(Organization organization, List<Location> locations, Listing... services) {
        return new OrganizationTree(id(organization), organization, locations, List.of(services), List.of());
    }

    public static UUID id(Organization organization) {
        if (organization.id() == null) {
            throw new IllegalArgumentException("without an id");
        }
        return organization.id();
    }
}
