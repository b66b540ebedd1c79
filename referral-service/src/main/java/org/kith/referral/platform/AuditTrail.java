package org.kith.referral.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.kith.web.Caller;

/**
 * Writes who did what to which object. The object is the request's path, which never holds personal data; the database
 * numbers and chains the entries.
 */
@ApplicationScoped
public class AuditTrail {
    private final EntityManager database;
    private final Tenancy tenancy;
    private final Caller caller;
    private final Clock clock;

    AuditTrail(EntityManager database, Tenancy tenancy, Caller caller, Clock clock) {
        this.database = database;
        this.tenancy = tenancy;
        this.caller = caller;
        this.clock = clock;
    }

    /** Inside the caller's transaction, so that nothing is done or read without its entry. */
    void append(String action, String object, int status) {
        insert(who(), action, object, status);
    }

    /** What the clock did on behalf of the platform. */
    public void appendForClock(String action, String object) {
        insert(new Who("platform", "platform", tenancy.scope().actor().role()), action, object, 200);
    }

    /** Read while the request is at hand, for an entry that is written after it. */
    Who who() {
        String roles = caller.roles().stream().sorted().collect(Collectors.joining(" "));
        return new Who(caller.organization().orElse("platform"), caller.subject(), roles);
    }

    void insert(Who who, String action, String object, int status) {
        database.createNativeQuery("INSERT INTO audit_entry (chain, at, actor, actor_role, action, object, status)"
                        + " VALUES (:chain, :at, :actor, :role, :action, :object, :status)")
                .setParameter("chain", who.chain())
                .setParameter("at", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .setParameter("actor", who.actor())
                .setParameter("role", who.roles())
                .setParameter("action", action)
                .setParameter("object", object)
                .setParameter("status", status)
                .executeUpdate();
    }

    /** @param chain one per organization, so that organizations do not wait for each other */
    record Who(String chain, String actor, String roles) {}
}
