package org.kith.directory.plans;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** 20,000 listings that nobody wrote: ten of each of 2,000 organizations, one place each, a hundred of each term. */
final class Filled {
    static final int LISTINGS = 20_000;

    private Filled() {}

    /** Also freezes the rows, so that an index alone can answer. */
    static void fill(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("""
                    create function an_id(kind text, number int) returns uuid immutable language sql
                        return md5(kind || number)::uuid;
                    create function facts() returns jsonb immutable language sql
                        return jsonb_build_object('description', repeat('x', 1000));
                    insert into organization (id, name, facts, flagged, version, last_modified)
                        select an_id('organization', n), 'Organization ' || n, facts(), false, 1, now()
                        from generate_series(0, 19999) n;
                    insert into organization_document (organization_id, document, terms, words)
                        select an_id('organization', n), decode(repeat('41', 1000), 'hex'),
                            array[an_id('term', n % 200)], to_tsvector('english', 'organization name' || n % 500)
                        from generate_series(0, 19999) n;
                    insert into service (id, organization_id, facts, flagged)
                        select an_id('service', n), an_id('organization', n % 2000), facts(), false
                        from generate_series(0, 19999) n;
                    insert into listing (service_id, organization_id, change, first_change, document, withdrawn,
                            last_modified, terms, taxonomies, words, urgency, stale_from)
                        select an_id('service', n), an_id('organization', n % 2000), n, n,
                            convert_to(facts()::text, 'UTF8'), n % 50 = 0,
                            timestamptz '2026-01-01 00:00Z' + n * interval '1 minute',
                            array[an_id('term', n % 200), an_id('term', 1000 + n % 7)],
                            array[an_id('taxonomy', n % 20)],
                            to_tsvector('english', 'people meet word' || n % 500),
                            case when n % 4 = 0 then 2 else 9 end, date '2026-01-01' + n % 700
                        from generate_series(0, 19999) n;
                    insert into location (id, organization_id, facts, flagged, confidential, latitude, longitude,
                            postal_code, version, last_modified)
                        select an_id('location', n), an_id('organization', n % 2000), facts(), false, n % 100 = 7,
                            25 + (n % 200) * 0.1, -120 + (n / 200) * 0.4, (10000 + n % 2000)::text, 1, now()
                        from generate_series(0, 19999) n;
                    insert into service_at_location (id, service_id, location_id, facts, flagged)
                        select an_id('place', n), an_id('service', n), an_id('location', n), facts(), false
                        from generate_series(0, 19999) n;
                    insert into verification_queue (id, service_id, reason, queued_at, answered_at)
                        select an_id('question', n), an_id('service', n), 'could-not-reach',
                            timestamptz '2026-01-01 00:00Z' + n * interval '1 minute',
                            case when n % 4 = 0 then null else now() end
                        from generate_series(0, 19999) n;
                    insert into report (id, service_id, reason, reported_at, resolved_at)
                        select an_id('report', n), an_id('service', n), 'closed', now(),
                            case when n % 8 = 0 then null else now() end
                        from generate_series(0, 19999) n;
                    insert into foreign_id (source, entity, foreign_id, id)
                        select 'city', 'service', n::text, an_id('service', n) from generate_series(0, 19999) n;
                    insert into outbox (event_id, topic, key, type, sequence, occurred_at, data)
                        select an_id('event', n), 'topic', n::text, 'type', n, now(), '\\x41'
                        from generate_series(0, 4999) n""");
            sql.execute("vacuum (freeze, analyze)");
        }
    }
}
