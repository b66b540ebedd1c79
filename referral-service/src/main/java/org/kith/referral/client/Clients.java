package org.kith.referral.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.platform.Paging;
import org.kith.referral.platform.Tenancy;
import org.kith.referral.privacy.DataKey;
import org.kith.web.Problems;

@ApplicationScoped
public class Clients implements PanacheRepositoryBase<Client, UUID> {
    private final Tenancy tenancy;
    private final ClientKeys keys;
    private final ObjectMapper json;

    Clients(Tenancy tenancy, ClientKeys keys, ObjectMapper json) {
        this.tenancy = tenancy;
        this.keys = keys;
        this.json = json;
    }

    /** The caller's own client; another's is not there. */
    public Client require(UUID id) {
        return own(findById(id));
    }

    /** For where a client is named inside a body; locked as below. */
    public Optional<Client> findOwnLocked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE)).filter(this::isOwn);
    }

    /** The same, and nobody else changes anything of this client's until the transaction ends. */
    public Client requireLocked(UUID id) {
        return own(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    List<Client> page(Paging.@Nullable Position after, int limit) {
        String own = "tenant = ?1 and erasedAt is null";
        return (after == null
                        ? find(own + " order by createdAt desc, id desc", tenancy.tenant())
                        : find(
                                own + " and (createdAt, id) < (?2, ?3) order by createdAt desc, id desc",
                                tenancy.tenant(),
                                after.at(),
                                after.id()))
                .page(0, limit)
                .list();
    }

    void describe(Client client, DataKey key, Profile profile) {
        try {
            client.describe(
                    key,
                    profile.displayName(),
                    profile.language(),
                    profile.area(),
                    json.writeValueAsString(profile.contact() == null ? nothing() : profile.contact()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A contact could not be written", e);
        }
    }

    /** What is known of the client; null where its key is gone or out of the caller's reach. */
    public @Nullable Profile profile(UUID id) {
        Client client = findById(id);
        DataKey key = client == null ? null : keys.find(id);
        String displayName = key == null ? null : client.displayName(key);
        if (key == null || displayName == null) {
            return null;
        }
        String contact = client.contact(key);
        try {
            return new Profile(
                    displayName,
                    client.language(),
                    client.area(key),
                    contact == null ? nothing() : json.readValue(contact, Contact.class));
        } catch (JsonProcessingException e) {
            // Without the cause: its message quotes what it read.
            throw new IllegalStateException("A contact could not be read");
        }
    }

    private Client own(@Nullable Client client) {
        if (client == null || !isOwn(client)) {
            throw Problems.notFound();
        }
        return client;
    }

    private boolean isOwn(Client client) {
        return !client.isErased() && tenancy.owns(client.tenant());
    }

    private static Contact nothing() {
        return new Contact(null, null, null, null, null, null);
    }
}
