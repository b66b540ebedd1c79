package org.kith.referral.listing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class Listings implements PanacheRepositoryBase<Listing, UUID> {

    public Optional<Listing> known(UUID service) {
        return findByIdOptional(service).filter(listing -> !listing.isGone());
    }

    void publish(UUID service, ListingDocument document, long sequence) {
        Listing listing = findById(service);
        if (listing == null) {
            persist(new Listing(service, document, sequence));
        } else if (sequence > listing.sequence()) {
            listing.publish(document, sequence);
        }
    }

    void withdraw(UUID service, long sequence) {
        findByIdOptional(service)
                .filter(listing -> sequence > listing.sequence())
                .ifPresent(listing -> listing.withdraw(sequence));
    }
}
