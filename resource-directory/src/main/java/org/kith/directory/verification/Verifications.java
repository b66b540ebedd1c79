package org.kith.directory.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kith.directory.listing.Directory;
import org.kith.directory.listing.Said;

/** Records that somebody made sure of a listing. */
@ApplicationScoped
class Verifications {
    private final DataSource database;
    private final Directory directory;
    private final Reports reports;

    Verifications(DataSource database, Directory directory, Reports reports) {
        this.database = database;
        this.directory = directory;
        this.reports = reports;
    }

    record Verification(
            UUID id,
            UUID serviceId,
            String verifiedBy,
            String how,
            @Nullable String note,
            LocalDate verifiedOn) {}

    /**
     * Also answers what was asked about the listing until then.
     *
     * @param by a role, where reports are resolved by it
     * @param alsoSafety whether it settles what was reported about safety: never by the organization itself
     */
    @Transactional
    void record(Verification verification, @Nullable String email, String by, boolean alsoSafety) {
        directory.say(verification.serviceId(), new Said.Verification(verification.verifiedOn(), email), () -> {
            Sql.update(
                    database,
                    "insert into verification (id, service_id, verified_by, how, note, verified_on, recorded_at)"
                            + " values (?, ?, ?, ?, ?, ?, now())",
                    verification.id(),
                    verification.serviceId(),
                    verification.verifiedBy(),
                    verification.how(),
                    verification.note(),
                    verification.verifiedOn());
            reports.verified(verification.serviceId(), verification.verifiedOn(), alsoSafety, by);
        });
    }
}
