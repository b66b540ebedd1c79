package org.kith.directory.listing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Attribute;
import org.kith.directory.hsds.Confidential;
import org.kith.directory.hsds.Kith;
import org.kith.directory.hsds.Listing;
import org.kith.directory.platform.ImmutableJson;

/** A service as its editors wrote it, without its organization and locations. */
@Entity
@Table(name = "service")
public class StoredListing {
    @Id
    private UUID id;

    @Column(name = "organization_id")
    private UUID organizationId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ImmutableJson.class)
    private Listing facts;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ImmutableJson.class)
    private @Nullable Said said;

    private boolean flagged;

    protected StoredListing() {}

    StoredListing(UUID id, UUID organizationId, Listing facts) {
        this.id = id;
        set(organizationId, facts);
    }

    /** @return whether something changed */
    boolean replace(UUID newOrganizationId, Listing newFacts) {
        if (newFacts.equals(facts) && newOrganizationId.equals(organizationId)) {
            return false;
        }
        // Somebody who writes another capacity means it, even against what was said before.
        if (said != null && !capacity(newFacts).equals(capacity(facts))) {
            said = said.withoutCapacity();
        }
        set(newOrganizationId, newFacts);
        return true;
    }

    private void set(UUID newOrganizationId, Listing newFacts) {
        organizationId = newOrganizationId;
        facts = newFacts;
        flagged = Confidential.isSaidBy(newFacts.attributes());
    }

    /** @return whether it is news: an older statement, or the same again, is not */
    boolean say(Said.Capacity capacity) {
        Said.Capacity before = said().capacity();
        if (before != null && !capacity.statedAt().isAfter(before.statedAt())) {
            return false;
        }
        said = said().with(capacity);
        return true;
    }

    void say(Said.Verification verification) {
        said = said().with(verification);
    }

    void decide(Said.Decision decision) {
        said = said().with(decision);
        facts = InferredCodes.withoutConfirmed(facts, decision.taxonomy(), decision.code())
                .orElse(facts);
    }

    /** @return whether there was a decision */
    boolean undecide(String taxonomy, String code) {
        boolean decided = said().decisions().stream().anyMatch(d -> d.isAbout(taxonomy, code));
        if (decided) {
            said = said().without(taxonomy, code);
            facts = InferredCodes.withoutConfirmed(facts, taxonomy, code).orElse(facts);
        }
        return decided;
    }

    private static List<Attribute> capacity(Listing listing) {
        return listing.attributes().stream()
                .filter(a -> Kith.isOf(a, "kith:capacity"))
                .toList();
    }

    public UUID id() {
        return id;
    }

    public UUID organizationId() {
        return organizationId;
    }

    public Listing facts() {
        return facts;
    }

    public Said said() {
        return said == null ? Said.NOTHING : said;
    }
}
