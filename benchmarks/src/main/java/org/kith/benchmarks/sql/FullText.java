package org.kith.benchmarks.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kith.benchmarks.search.SearchQuery;
import org.kith.contracts.Vocabulary;
import org.kith.directory.search.index.Point;

/**
 * Search as PostgreSQL does it: a table made for it, with names weighed above texts, an index of lexemes (GIN), one of
 * points (GiST on earth) and one of codes (GIN).
 */
public record FullText(String jdbcUrl) {
    private static final String TABLE = """
            create extension if not exists cube;
            create extension if not exists earthdistance;
            drop table if exists bench_listing;
            create table bench_listing as
            select l.service_id,
                   setweight(to_tsvector('english', s.facts ->> 'name'), 'A') || coalesce(l.words, '') as words,
                   l.terms,
                   s.facts ->> 'status' as status,
                   coalesce((s.facts ->> 'minimum_age')::numeric, 0) as minimum_age,
                   coalesce((s.facts ->> 'maximum_age')::numeric, 1000) as maximum_age,
                   (s.facts ->> 'assured_date')::date as assured_date,
                   case when p.latitude is not null then ll_to_earth(p.latitude, p.longitude) end as earth,
                   s.facts - 'attributes' as item
            from listing l
            join service s on s.id = l.service_id
            left join service_at_location sl on sl.service_id = s.id
            left join location p on p.id = sl.location_id and not p.confidential
            where not l.withdrawn;
            set maintenance_work_mem = '512MB';
            create index on bench_listing using gin (words);
            create index on bench_listing using gist (earth);
            create index on bench_listing using gin (terms);
            vacuum analyze bench_listing;""";

    private static final String SHOWN = "status = 'active' and (assured_date is null or assured_date >= '%s')";

    public void prepare() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String one : TABLE.split(";\\n", -1)) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the table of the baseline cannot be made", e);
        }
    }

    public void drop() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists bench_listing");
        } catch (SQLException e) {
            throw new IllegalStateException("the table of the baseline cannot be dropped", e);
        }
    }

    /** The best ten by rank, with what a list shows of them, and how many there are. */
    public static String ranked(SearchQuery query) {
        String where = "words @@ asked and " + shown();
        Point near = query.near();
        if (near != null && query.radiusKm() != null) {
            String home = "ll_to_earth(%s, %s)".formatted(near.latitude(), near.longitude());
            String metres = String.format(Locale.ROOT, "%.0f", query.radiusKm() * 1000);
            where += " and earth_box(%1$s, %2$s) @> earth and earth_distance(%1$s, earth) <= %2$s"
                    .formatted(home, metres);
        }
        return ("select service_id, item, rank, total from (select service_id, item, ts_rank(words, asked) as rank,"
                        + " count(*) over () as total from bench_listing, websearch_to_tsquery('english', '%s') asked"
                        + " where %s order by rank desc, service_id limit 10) best")
                .formatted(query.words().replace("'", "''").replace(":", " "), where);
    }

    /** How many carry all the codes, admit the age and may be shown: what the index must answer too. */
    public long count(SearchQuery query) {
        Vocabulary vocabulary = Vocabulary.standard();
        String terms = query.codes().entrySet().stream()
                .map(code -> vocabulary.termId(code.getKey(), code.getValue()))
                .map(UUID::toString)
                .collect(Collectors.joining("','", "array['", "']::uuid[]"));
        String where = "terms @> " + terms + " and " + shown();
        if (query.age() != null) {
            where += " and minimum_age <= %1$d and maximum_age >= %1$d".formatted(query.age());
        }
        return number("select count(distinct service_id) from bench_listing where " + where);
    }

    private static String shown() {
        return SHOWN.formatted(LocalDate.ofEpochDay(SearchQuery.staleBefore()));
    }

    public long number(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(Objects.requireNonNullElse(e.getMessage(), "a query failed"), e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, "postgres", "");
    }
}
