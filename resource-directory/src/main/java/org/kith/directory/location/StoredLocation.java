package org.kith.directory.location;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Confidential;
import org.kith.directory.hsds.Location;
import org.kith.directory.platform.ImmutableJson;

/** A location with everything that its editors wrote, also what never leaves the directory. */
@Entity
@Table(name = "location")
public class StoredLocation {
    @Id
    private UUID id;

    @Column(name = "organization_id")
    private @Nullable UUID organizationId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ImmutableJson.class)
    private Location facts;

    private boolean flagged;

    /** Kept by {@link Locations#refreshConfidentiality}. */
    private boolean confidential;

    private @Nullable Double latitude;

    private @Nullable Double longitude;

    @Column(name = "postal_code")
    private @Nullable String postalCode;

    @Column(name = "address_key")
    private @Nullable String addressKey;

    private long version;

    @Column(name = "last_modified")
    private Instant lastModified;

    protected StoredLocation() {}

    public StoredLocation(UUID id, @Nullable UUID organizationId, Location facts, Instant now) {
        this.id = id;
        set(organizationId, facts, now);
    }

    /** @return whether something changed */
    public boolean replace(@Nullable UUID newOrganizationId, Location given, Instant now) {
        Location newFacts = keepingWhatMayNotBeRead(given);
        if (newFacts.equals(facts) && Objects.equals(newOrganizationId, organizationId)) {
            return false;
        }
        set(newOrganizationId, newFacts, now);
        return true;
    }

    /** Whoever edits a confidential place was never given its address: leaving it out does not mean removing it. */
    private Location keepingWhatMayNotBeRead(Location given) {
        boolean staysConfidential = confidential && (!flagged || Confidential.isSaidBy(given.attributes()));
        if (!staysConfidential || !given.addresses().isEmpty() || given.latitude() != null) {
            return given;
        }
        return given.but(l -> {
            l.addresses = facts.addresses();
            l.latitude = facts.latitude();
            l.longitude = facts.longitude();
            l.transportation = l.transportation == null ? facts.transportation() : l.transportation;
            l.url = l.url == null ? facts.url() : l.url;
            l.externalIdentifier = l.externalIdentifier == null ? facts.externalIdentifier() : l.externalIdentifier;
            l.externalIdentifierType =
                    l.externalIdentifierType == null ? facts.externalIdentifierType() : l.externalIdentifierType;
        });
    }

    private void set(@Nullable UUID newOrganizationId, Location newFacts, Instant now) {
        organizationId = newOrganizationId;
        facts = newFacts;
        flagged = Confidential.isSaidBy(newFacts.attributes());
        // Until the rule has looked at its services too.
        confidential |= flagged;
        latitude = newFacts.latitude();
        longitude = newFacts.longitude();
        postalCode = newFacts.addresses().isEmpty()
                ? null
                : newFacts.addresses().getFirst().postalCode();
        addressKey = Confidential.addressKey(newFacts);
        lastModified = now;
        version++;
    }

    /** As anybody may see it. */
    public Location published() {
        return confidential ? Confidential.mask(facts) : facts;
    }

    public UUID id() {
        return id;
    }

    public @Nullable UUID organizationId() {
        return organizationId;
    }

    /** With the address of a confidential place: for rules, never for an answer. */
    public Location facts() {
        return facts;
    }

    public boolean isConfidential() {
        return confidential;
    }

    public long version() {
        return version;
    }
}
