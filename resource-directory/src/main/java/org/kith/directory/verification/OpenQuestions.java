package org.kith.directory.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;

/** What was asked about listings and not answered yet, and how urgent that makes each listing. */
@ApplicationScoped
class OpenQuestions {
    /** Once, until it is answered; about a listing that there is. */
    private static final String ASK = """
            insert into verification_queue (id, service_id, reason, queued_at)
            select ?, l.service_id, ?, now() from listing l where l.service_id = ? and not l.withdrawn
            on conflict (service_id, reason) where answered_at is null do nothing
            """;

    private static final String ANSWER = """
            update verification_queue set answered_at = now()
            where service_id = ? and reason = ? and answered_at is null
            """;
    private static final String ANSWER_UNTIL = """
            update verification_queue set answered_at = now()
            where service_id = ? and answered_at is null and queued_at < ?::date + 1 and reason <> ?
            """;
    private static final String URGENCY = """
            update listing set urgency = coalesce(
                (select min(c.urgency) from verification_queue q
                 join unnest(?::text[], ?::smallint[]) as c (code, urgency) on c.code = q.reason
                 where q.service_id = ? and q.answered_at is null), ?)
            where service_id = ?
            """;

    private final DataSource database;

    OpenQuestions(DataSource database) {
        this.database = database;
    }

    @Transactional
    void ask(UUID service, Cause cause) {
        Sql.update(database, ASK, UUID.randomUUID(), cause.code(), service);
        refresh(service);
    }

    @Transactional
    void answer(UUID service, Cause cause) {
        Sql.update(database, ANSWER, service, cause.code());
        refresh(service);
    }

    /**
     * What was asked until the end of a day is answered by whoever looked on that day.
     *
     * @param alsoSafety false where it is the organization itself that looked
     */
    @Transactional
    void answerUntil(UUID service, LocalDate day, boolean alsoSafety) {
        Sql.update(database, ANSWER_UNTIL, service, day, alsoSafety ? "" : Cause.REPORTED_UNSAFE.code());
        refresh(service);
    }

    private void refresh(UUID service) {
        String[] codes = Cause.codes().toArray(String[]::new);
        Short[] urgencies = java.util.Arrays.stream(Cause.values())
                .map(c -> (short) c.urgency())
                .toArray(Short[]::new);
        Sql.update(database, URGENCY, codes, urgencies, service, Cause.BY_AGE, service);
    }
}
