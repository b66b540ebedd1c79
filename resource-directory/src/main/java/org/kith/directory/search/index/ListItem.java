package org.kith.directory.search.index;

import java.util.List;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Organization;
import org.kith.directory.hsds.Program;

/** The service as lists of HSDS give it: one-to-many arrays left out, its organization and program kept. */
final class ListItem {
    private ListItem() {}

    static byte[] of(Listing listing) {
        Organization organization = listing.organization();
        Program program = listing.program();
        return HsdsJson.bytes(listing.but(item -> {
            item.additionalUrls = List.of();
            item.phones = List.of();
            item.schedules = List.of();
            item.serviceAreas = List.of();
            item.serviceAtLocations = List.of();
            item.languages = List.of();
            item.funding = List.of();
            item.costOptions = List.of();
            item.requiredDocuments = List.of();
            item.contacts = List.of();
            item.capacities = List.of();
            item.attributes = List.of();
            item.metadata = List.of();
            item.organization = organization == null ? null : of(organization);
            item.program = program == null
                    ? null
                    : new Program(
                            program.id(),
                            program.organizationId(),
                            program.name(),
                            program.alternateName(),
                            program.description(),
                            List.of(),
                            List.of());
        }));
    }

    private static Organization of(Organization organization) {
        return organization.but(item -> {
            item.additionalWebsites = List.of();
            item.funding = List.of();
            item.contacts = List.of();
            item.phones = List.of();
            item.locations = List.of();
            item.services = List.of();
            item.programs = List.of();
            item.organizationIdentifiers = List.of();
            item.attributes = List.of();
            item.metadata = List.of();
        });
    }
}
