package org.kith.directory.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kith.directory.listing.Directory;
import org.kith.directory.listing.Said;
import org.kith.directory.platform.Rows;

/** Records that somebody made sure of a listing, and what somebody has to look at. */
@ApplicationScoped
class Verifications {
    private final DataSource database;
    private final Directory directory;

    Verifications(DataSource database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    record Verification(
            UUID id,
            UUID serviceId,
            String verifiedBy,
            String how,
            @Nullable String note,
            LocalDate verifiedOn) {}

    /** A reason to look at a listing, e.g. {@code service-discontinued}. */
    record Queued(UUID id, UUID serviceId, String reason, Instant queuedAt) {}

    /** Also answers whatever was asked about the listing. */
    @Transactional
    void record(Verification verification, @Nullable String email) {
        update(
                "insert into verification (id, service_id, verified_by, how, note, verified_on, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, now())",
                verification.id(),
                verification.serviceId(),
                verification.verifiedBy(),
                verification.how(),
                verification.note(),
                verification.verifiedOn());
        update(
                "update verification_queue set answered_at = now() where service_id = ? and answered_at is null",
                verification.serviceId());
        directory.say(verification.serviceId(), new Said.Verification(verification.verifiedOn(), email));
    }

    /** Asked once, until it is answered. */
    @Transactional
    void queue(UUID service, String reason) {
        update(
                "insert into verification_queue (id, service_id, reason, queued_at) values (?, ?, ?, now())"
                        + " on conflict (service_id, reason) where answered_at is null do nothing",
                UUID.randomUUID(),
                service,
                reason);
    }

    /** What is open, the oldest first; of one organization where one is given. */
    List<Queued> open(@Nullable UUID organization, int limit) {
        return Rows.read(
                database,
                "select q.id, q.service_id, q.reason, q.queued_at from verification_queue q"
                        + " join listing l on l.service_id = q.service_id and not l.withdrawn"
                        + " where q.answered_at is null and (?::uuid is null or l.organization_id = ?)"
                        + " order by q.queued_at, q.id limit ?",
                s -> {
                    s.setObject(1, organization);
                    s.setObject(2, organization);
                    s.setInt(3, limit);
                },
                row -> new Queued(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class)
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .toInstant()));
    }

    private void update(String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A verification could not be written", e);
        }
    }
}
