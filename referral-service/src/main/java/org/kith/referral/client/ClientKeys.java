package org.kith.referral.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.privacy.DataKey;
import org.kith.referral.privacy.MasterKey;
import org.kith.web.Problems;

/** Clients' keys, wrapped by the master key. */
@ApplicationScoped
public class ClientKeys {
    private final EntityManager database;
    private final MasterKey masterKey;

    ClientKeys(EntityManager database, MasterKey masterKey) {
        this.database = database;
        this.masterKey = masterKey;
    }

    DataKey create(UUID client, String tenant) {
        DataKey key = DataKey.random();
        database.persist(new ClientKey(client, tenant, masterKey.wrap(key, client)));
        return key;
    }

    /** Null where the client was erased, or where this caller may no longer read about the client. */
    public @Nullable DataKey find(UUID client) {
        ClientKey key = database.find(ClientKey.class, client);
        return key == null ? null : masterKey.unwrap(key.wrapped(), client);
    }

    public DataKey require(UUID client) {
        DataKey key = find(client);
        if (key == null) {
            throw Problems.notFound();
        }
        return key;
    }

    void destroy(UUID client) {
        ClientKey key = database.find(ClientKey.class, client);
        if (key != null) {
            database.remove(key);
        }
    }
}
