package org.kith.referral.client;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.privacy.DataKey;

/** A person who is referred. Who that is can be read only with the client's key. */
@Entity
public class Client {
    @Id
    private UUID id;

    private String tenant;
    private @Nullable String language;
    private byte @Nullable [] displayNameSealed;
    private byte @Nullable [] contactSealed;
    private byte @Nullable [] areaSealed;
    private Instant createdAt;
    private @Nullable Instant erasedAt;

    @Version
    private long version;

    protected Client() {}

    Client(UUID id, String tenant, Instant now) {
        this.id = id;
        this.tenant = tenant;
        this.createdAt = now;
    }

    void describe(DataKey key, String displayName, @Nullable String language, @Nullable String area, String contact) {
        this.language = language;
        this.displayNameSealed = key.seal("client.display_name", displayName);
        this.areaSealed = key.seal("client.area", area);
        this.contactSealed = key.seal("client.contact", contact);
    }

    /** What is left is an id without a person. */
    void erase(Instant now) {
        this.erasedAt = now;
        this.language = null;
        this.displayNameSealed = null;
        this.contactSealed = null;
        this.areaSealed = null;
    }

    public UUID id() {
        return id;
    }

    public String tenant() {
        return tenant;
    }

    public @Nullable String language() {
        return language;
    }

    @Nullable
    String displayName(DataKey key) {
        return key.open("client.display_name", displayNameSealed);
    }

    @Nullable
    String area(DataKey key) {
        return key.open("client.area", areaSealed);
    }

    @Nullable
    String contact(DataKey key) {
        return key.open("client.contact", contactSealed);
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean isErased() {
        return erasedAt != null;
    }

    public long version() {
        return version;
    }
}
