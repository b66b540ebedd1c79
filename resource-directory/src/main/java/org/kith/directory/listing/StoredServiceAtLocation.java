package org.kith.directory.listing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.kith.directory.hsds.Confidential;
import org.kith.directory.hsds.ServiceAtLocation;
import org.kith.directory.platform.ImmutableJson;

/** That a service is given at a location, and what is different there. */
@Entity
@Table(name = "service_at_location")
class StoredServiceAtLocation {
    @Id
    private UUID id;

    @Column(name = "service_id")
    private UUID serviceId;

    @Column(name = "location_id")
    private UUID locationId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ImmutableJson.class)
    private ServiceAtLocation facts;

    private boolean flagged;

    protected StoredServiceAtLocation() {}

    StoredServiceAtLocation(UUID id, UUID serviceId, UUID locationId, ServiceAtLocation facts) {
        this.id = id;
        set(serviceId, locationId, facts);
    }

    /** @return whether something changed */
    boolean replace(UUID newServiceId, UUID newLocationId, ServiceAtLocation newFacts) {
        if (newFacts.equals(facts) && newServiceId.equals(serviceId) && newLocationId.equals(locationId)) {
            return false;
        }
        set(newServiceId, newLocationId, newFacts);
        return true;
    }

    private void set(UUID newServiceId, UUID newLocationId, ServiceAtLocation newFacts) {
        serviceId = newServiceId;
        locationId = newLocationId;
        facts = newFacts;
        flagged = Confidential.isSaidBy(newFacts.attributes());
    }

    UUID id() {
        return id;
    }

    UUID serviceId() {
        return serviceId;
    }

    UUID locationId() {
        return locationId;
    }

    ServiceAtLocation facts() {
        return facts;
    }
}
