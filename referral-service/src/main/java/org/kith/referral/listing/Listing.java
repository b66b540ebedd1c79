package org.kith.referral.listing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a referral needs to know of a service; the directory says more. */
@Entity
public class Listing {
    @Id
    private UUID serviceId;

    private UUID organizationId;
    private String organizationName;
    private String name;
    private String status;
    private @Nullable String kind;
    private boolean confidential;
    private boolean part2;
    private List<String> phones;
    private long sequence;
    private boolean gone;

    protected Listing() {}

    Listing(UUID serviceId, ListingDocument document, long sequence) {
        this.serviceId = serviceId;
        take(document, sequence);
    }

    void publish(ListingDocument document, long sequence) {
        take(document, sequence);
    }

    private void take(ListingDocument document, long sequence) {
        this.organizationId = document.organizationId();
        this.organizationName = document.organizationName();
        this.name = document.name();
        this.status = document.status();
        this.kind = document.kind();
        this.confidential = document.confidential();
        this.part2 = document.part2();
        this.phones = List.copyOf(document.phones());
        this.sequence = sequence;
        this.gone = false;
    }

    void withdraw(long sequence) {
        this.sequence = sequence;
        this.gone = true;
    }

    public boolean takesReferrals() {
        return !gone && status.equals("active");
    }

    public boolean isGone() {
        return gone;
    }

    /** Whether events about it must not say which service it is. */
    public boolean isConfidential() {
        return confidential || part2;
    }

    public UUID serviceId() {
        return serviceId;
    }

    public UUID organizationId() {
        return organizationId;
    }

    public String organizationName() {
        return organizationName;
    }

    public String name() {
        return name;
    }

    public List<String> phones() {
        return phones;
    }

    long sequence() {
        return sequence;
    }
}
