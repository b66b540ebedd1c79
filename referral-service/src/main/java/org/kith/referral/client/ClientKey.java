package org.kith.referral.client;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** A client's key, wrapped; without this row nobody can read what was written about the client. */
@Entity
class ClientKey {
    @Id
    private UUID clientId;

    private String tenant;
    private byte[] wrapped;

    protected ClientKey() {}

    ClientKey(UUID clientId, String tenant, byte[] wrapped) {
        this.clientId = clientId;
        this.tenant = tenant;
        this.wrapped = wrapped.clone();
    }

    byte[] wrapped() {
        return wrapped;
    }
}
