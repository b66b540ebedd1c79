package org.kith.directory.search.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Attribute;
import org.kith.directory.hsds.Language;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Organization;
import org.kith.directory.hsds.ServiceArea;
import org.kith.directory.hsds.TaxonomyTerm;
import org.kith.directory.search.index.Point;
import org.kith.localstack.PostgresProcess;

/**
 * PostgreSQL's own full-text search over the same texts, as one would set it up: a weighted tsvector, {@code
 * websearch_to_tsquery} and {@code ts_rank_cd}, all in English. A radius and
 * a language are kept, as a column each; the other filters by code have nothing there to hold.
 */
public final class PostgresRanker implements Ranker, AutoCloseable {
    private static final String DATABASE = "quality";
    private static final String QUERY = """
            select id from listing, websearch_to_tsquery('english', ?) query
            where words @@ query and (?::float8 is null or earth <= ?::float8) and languages @> ?::text[]
            order by ts_rank_cd(words, query) desc, id limit 20""";

    private final Path folder;
    private final PostgresProcess server;
    private final Connection connection;

    public PostgresRanker(Map<String, Listing> byForeignId) throws IOException, SQLException {
        folder = Files.createTempDirectory("kith-quality");
        // PostgreSQL may run as another user than we do.
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
        server = PostgresProcess.start(folder, 0, DATABASE);
        connection = DriverManager.getConnection(server.jdbcUrl(DATABASE), "postgres", "");
        try (Statement create = connection.createStatement()) {
            create.execute(
                    "create table listing (id text primary key, words tsvector, places point[], languages text[])");
        }
        store(byForeignId);
    }

    private void store(Map<String, Listing> byForeignId) throws SQLException {
        String insert = """
                insert into listing (id, words, places, languages) values (?,
                  setweight(to_tsvector('english', ?), 'A') || setweight(to_tsvector('english', ?), 'B')
                  || setweight(to_tsvector('english', ?), 'C') || setweight(to_tsvector('english', ?), 'D'),
                  ?::point[], ?::text[])""";
        connection.setAutoCommit(false);
        try (PreparedStatement row = connection.prepareStatement(insert)) {
            for (Map.Entry<String, Listing> entry : byForeignId.entrySet()) {
                Listing listing = entry.getValue();
                row.setString(1, entry.getKey());
                row.setString(2, text(Stream.of(listing.name(), listing.alternateName())));
                row.setString(3, text(Stream.concat(organization(listing), terms(listing))));
                row.setString(4, text(Stream.of(listing.description())));
                row.setString(5, text(rest(listing)));
                row.setString(6, places(listing));
                row.setString(7, languages(listing));
                row.addBatch();
            }
            row.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public List<String> rank(JudgedQuery query) {
        Point near = KithRanker.point(query.near());
        Double radius = near == null || query.radiusKm().isEmpty() ? null : Double.valueOf(query.radiusKm());
        String sql = QUERY.replace("earth", near == null || radius == null ? "0" : distance(near));
        try (PreparedStatement ask = connection.prepareStatement(sql)) {
            ask.setString(1, query.words());
            ask.setObject(2, radius, Types.DOUBLE);
            ask.setObject(3, radius, Types.DOUBLE);
            Set<String> languages = KithRanker.codes(query.filters()).getOrDefault("language", Set.of());
            ask.setString(4, "{" + String.join(",", languages) + "}");
            List<String> ids = new ArrayList<>();
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String distance(Point near) {
        return String.format(
                Locale.ROOT,
                "(select min(2 * 6371 * asin(sqrt(sin(radians(p[0] - %1$s) / 2) ^ 2 + cos(radians(p[0]))"
                        + " * cos(radians(%1$s)) * sin(radians(p[1] - %2$s) / 2) ^ 2))) from unnest(places) p)",
                near.latitude(),
                near.longitude());
    }

    private static Stream<@Nullable String> organization(Listing listing) {
        Organization organization = listing.organization();
        return organization == null ? Stream.of() : Stream.of(organization.name(), organization.alternateName());
    }

    private static Stream<@Nullable String> terms(Listing listing) {
        return listing.attributes().stream()
                .map(Attribute::taxonomyTerm)
                .filter(Objects::nonNull)
                .map(TaxonomyTerm::name);
    }

    private static Stream<@Nullable String> rest(Listing listing) {
        Stream<@Nullable String> places = listing.serviceAtLocations().stream()
                .map(at -> at.location())
                .filter(Objects::nonNull)
                .flatMap(location -> Stream.concat(
                        Stream.of(location.name()),
                        location.addresses().stream()
                                .flatMap(address ->
                                        Stream.of(address.city(), address.stateProvince(), address.postalCode()))));
        Stream<@Nullable String> own = Stream.of(
                listing.eligibilityDescription(),
                listing.applicationProcess(),
                listing.feesDescription(),
                listing.interpretationServices());
        return Stream.concat(Stream.concat(own, listing.serviceAreas().stream().map(ServiceArea::name)), places);
    }

    private static String places(Listing listing) {
        return listing.serviceAtLocations().stream()
                .map(at -> at.location())
                .filter(Objects::nonNull)
                .filter(location -> location.latitude() != null && location.longitude() != null)
                .map(location -> "\"(" + location.latitude() + "," + location.longitude() + ")\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String languages(Listing listing) {
        return Stream.concat(
                        listing.languages().stream(),
                        listing.serviceAtLocations().stream()
                                .map(at -> at.location())
                                .filter(Objects::nonNull)
                                .flatMap(location -> location.languages().stream()))
                .map(Language::code)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String text(Stream<@Nullable String> parts) {
        return parts.filter(Objects::nonNull).collect(Collectors.joining(" \n "));
    }

    @Override
    public void close() throws IOException, SQLException {
        connection.close();
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
