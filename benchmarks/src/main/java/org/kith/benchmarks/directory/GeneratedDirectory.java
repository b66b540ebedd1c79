package org.kith.benchmarks.directory;

import java.util.Objects;
import java.util.stream.Stream;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.ServiceAtLocation;
import org.kith.directory.listing.OrganizationTree;

/**
 * A directory that nobody keeps, of any size: the same for the same seed, and made while it is read.
 *
 * @param seed makes it another one
 * @param count of services
 */
public record GeneratedDirectory(long seed, int count) {
    public GeneratedDirectory {
        if (count < 1) {
            throw new IllegalArgumentException("a directory of " + count);
        }
    }

    /** Organizations of one to eight services, with their places. */
    public Stream<OrganizationTree> organizations() {
        return sizes().map(size -> GeneratedOrganization.of(seed, size.number(), size.services()));
    }

    /** Many small ones, few big ones; the last is as big as what is left. */
    private Stream<Size> sizes() {
        return Stream.iterate(
                size(0, count),
                Objects::nonNull,
                last -> last.left() == 0 ? null : size(last.number() + 1, last.left()));
    }

    private Size size(int number, int left) {
        int services = Math.min(left, 1 + new Chance(seed, -1L - number).zipf(8));
        return new Size(number, services, left - services);
    }

    /** Each service as the full nested document of HSDS, with its organization and its places in it: lines of NDJSON. */
    public Stream<byte[]> documents() {
        return services().map(HsdsJson::bytes);
    }

    /** Each service with its organization and its places in it. */
    public Stream<Listing> services() {
        return organizations().flatMap(tree -> tree.services().stream().map(service -> nested(tree, service)));
    }

    private static Listing nested(OrganizationTree tree, Listing service) {
        return service.but(s -> {
            s.organization = tree.organization();
            s.serviceAtLocations = service.serviceAtLocations().stream()
                    .map(at -> nested(tree, at))
                    .toList();
        });
    }

    private static ServiceAtLocation nested(OrganizationTree tree, ServiceAtLocation at) {
        Location location = tree.locations().stream()
                .filter(l -> Objects.equals(at.locationId(), l.id()))
                .findFirst()
                .orElseThrow();
        return at.but(a -> a.location = location);
    }

    /** @param left of the services, after this one */
    private record Size(int number, int services, int left) {}
}
