package org.kith.directory.verification;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.kith.directory.platform.Rows;
import org.kith.web.Problems;

/** What anybody reported. The words go when the report is resolved, or when nobody read them for too long. */
@ApplicationScoped
class Reports {
    private static final String SELECT =
            "select id, reason, words, reported_at, resolution, resolved_at, resolved_by from report ";

    private final DataSource database;
    private final OpenQuestions questions;
    private final long wordsKeptForDays;

    Reports(
            DataSource database,
            OpenQuestions questions,
            @ConfigProperty(name = "kith.reports.words-kept-for-days", defaultValue = "90") long wordsKeptForDays) {
        this.database = database;
        this.questions = questions;
        this.wordsKeptForDays = wordsKeptForDays;
    }

    record Report(
            UUID id,
            Reason reason,
            @Nullable String words,
            Instant reportedAt,
            @Nullable String resolution,
            @Nullable Instant resolvedAt,
            @Nullable String resolvedBy) {
        boolean isResolved() {
            return resolvedAt != null;
        }
    }

    /** Where a page begins. */
    record Position(Instant at, UUID id) {}

    /**
     * Takes a report, once.
     *
     * @param repeatKey with which the same request may come again
     * @return its id, the first one where the request was repeated
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 where the key came with something else before
     */
    @Transactional
    UUID take(UUID service, Reason reason, @Nullable String words, @Nullable String repeatKey) {
        UUID id = UUID.randomUUID();
        byte[] key = repeatKey == null ? null : hash(service + "\n" + repeatKey);
        byte[] body = hash(reason.code() + "\n" + (words == null ? "" : words));
        int taken = Sql.update(
                database,
                "insert into report (id, service_id, reason, words, reported_at, repeat_key, body_hash)"
                        + " values (?, ?, ?, ?, now(), ?, ?) on conflict (repeat_key) do nothing",
                id,
                service,
                reason.code(),
                words,
                key,
                body);
        if (taken == 0 && key != null) {
            return repeated(key, body);
        }
        questions.ask(service, reason.cause());
        return id;
    }

    private UUID repeated(byte[] key, byte[] body) {
        record First(UUID id, boolean same) {}
        First first = Rows.read(
                        database,
                        "select id, body_hash from report where repeat_key = ?",
                        s -> s.setBytes(1, key),
                        row -> new First(row.getObject(1, UUID.class), Arrays.equals(body, row.getBytes(2))))
                .getFirst();
        if (!first.same()) {
            throw Problems.invalid("Idempotency-Key", "reused", "This key came with another report before.");
        }
        return first.id();
    }

    Optional<Report> find(UUID service, UUID report) {
        return Rows.read(
                        database,
                        SELECT + "where service_id = ? and id = ?",
                        s -> {
                            s.setObject(1, service);
                            s.setObject(2, report);
                        },
                        Reports::row)
                .stream()
                .findFirst();
    }

    /** The oldest first. */
    List<Report> of(UUID service, boolean onlyOpen, boolean alsoSafety, @Nullable Position after, int limit) {
        return Rows.read(
                database,
                SELECT + "where service_id = ? and (reported_at, id) > (?, ?)"
                        + (onlyOpen ? " and resolved_at is null" : "")
                        + (alsoSafety ? "" : " and reason <> '" + Reason.UNSAFE.code() + "'")
                        + " order by reported_at, id limit ?",
                s -> {
                    s.setObject(1, service);
                    s.setObject(2, (after == null ? Instant.EPOCH : after.at()).atOffset(ZoneOffset.UTC));
                    s.setObject(3, after == null ? new UUID(0, 0) : after.id());
                    s.setInt(4, limit);
                },
                Reports::row);
    }

    @Transactional
    void resolve(UUID service, Report report, String resolution, String by) {
        Sql.update(
                database,
                "update report set resolution = ?, resolved_at = now(), resolved_by = ?, words = null"
                        + " where id = ? and resolved_at is null",
                resolution,
                by,
                report.id());
        Cause cause = report.reason().cause();
        boolean othersAsk = Rows.read(
                        database,
                        "select distinct reason from report where service_id = ? and resolved_at is null",
                        s -> s.setObject(1, service),
                        row -> reason(row.getString(1)).cause())
                .contains(cause);
        if (!othersAsk) {
            questions.answer(service, cause);
        }
    }

    /** Whoever looked at the listing on a day has seen what was reported until then. */
    @Transactional
    void verified(UUID service, LocalDate day, boolean alsoSafety, String by) {
        Sql.update(
                database,
                "update report set resolution = 'verified', resolved_at = now(), resolved_by = ?, words = null"
                        + " where service_id = ? and resolved_at is null and reported_at < ?::date + 1 and reason <> ?",
                by,
                service,
                day,
                alsoSafety ? "" : Reason.UNSAFE.code());
        questions.answerUntil(service, day, alsoSafety);
    }

    @Scheduled(every = "6h", delayed = "1m")
    @Transactional
    void forgetOldWords() {
        Sql.update(
                database,
                "update report set words = null where words is not null and reported_at < ?",
                OffsetDateTime.now(ZoneOffset.UTC).minusDays(wordsKeptForDays));
    }

    private static Report row(ResultSet row) throws SQLException {
        OffsetDateTime resolved = row.getObject(6, OffsetDateTime.class);
        return new Report(
                row.getObject(1, UUID.class),
                reason(row.getString(2)),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                resolved == null ? null : resolved.toInstant(),
                row.getString(7));
    }

    private static Reason reason(String code) {
        return Reason.of(code).orElse(Reason.OTHER);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
