package org.kith.directory.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.kith.directory.listing.ListingFilter;
import org.kith.directory.listing.PublishedListings;
import org.kith.directory.listing.PublishedOrganizations;
import org.kith.directory.listing.PublishedPlaces;
import org.kith.directory.lookup.ForeignIds;
import org.kith.localstack.PostgresProcess;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Each main query, run by the class that owns it: by which index, and over how many rows at most. A table that has to be
 * read whole is a mistake, however fast it is with so few rows.
 */
class QueryPlansTest {
    /** Either begins with the organization. */
    private static final String OF_ORGANIZATION = "listing_by_organization|listing_by_urgency_of_organization";

    private static final UUID MIDDLE = UUID.fromString("80000000-0000-0000-0000-000000000000");
    private static final UUID SERVICE = id("service", 4711);
    private static final UUID ORGANIZATION = id("organization", 711);
    private static final UUID TERM = id("term", 11);
    private static final UUID TAXONOMY = id("taxonomy", 11);
    private static final Instant RECENTLY = Instant.parse("2026-01-14T20:00:00Z");

    private static @Nullable PostgresProcess postgres;
    private static final PGSimpleDataSource DATABASE = new PGSimpleDataSource();

    private final Explained explained = new Explained(DATABASE);
    private final PublishedListings listings = make(PublishedListings.class);
    private final PublishedOrganizations organizations = make(PublishedOrganizations.class);
    private final PublishedPlaces places =
            PublishedPlaces.class.cast(make(PublishedPlaces.class.getName(), explained.dataSource(), listings));
    private final ForeignIds foreignIds = make(ForeignIds.class);

    /** By which index, or one of which indexes, at least; and over how many rows at most. */
    private record Query(String name, Runnable run, List<String> index, long rows) {
        Query(String name, Runnable run, String index, long rows) {
            this(name, run, List.of(index.split("\\|")), rows);
        }
    }

    @BeforeAll
    static void fill(@TempDir Path folder) throws Exception {
        postgres = PostgresProcess.start(folder.resolve("postgresql"), 0, "plans");
        DATABASE.setUrl(postgres.jdbcUrl("plans"));
        DATABASE.setUser("postgres");
        DATABASE.setPassword("postgres");
        Flyway.configure()
                .dataSource(DATABASE)
                .locations("db/outbox", "db/migration")
                .load()
                .migrate();
        Filled.fill(DATABASE);
    }

    @AfterAll
    static void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyMainQueryGoesByAnIndexOverFewRows() {
        return Stream.concat(Stream.concat(ofListings(), ofOthers()), Stream.concat(ofOrganizations(), ofPlaces()))
                .map(query -> DynamicTest.dynamicTest(query.name(), () -> check(query)));
    }

    private void check(Query query) {
        explained.takePlans();
        query.run().run();
        List<Plan> plans = explained.takePlans();
        assertThat(plans).as("statements of " + query.name()).isNotEmpty();
        assertThat(plans)
                .flatExtracting(Plan::indexes)
                .as("indexes, of which one is " + query.index())
                .anyMatch(query.index()::contains);
        assertThat(plans)
                .allSatisfy(plan -> assertThat(plan.wholeTables())
                        .as(
                                "tables read whole by %s%n%s",
                                plan.sql(), plan.root().toPrettyString())
                        .isEmpty());
        long rows = plans.stream().mapToLong(Plan::rows).sum();
        System.out.printf(
                "%-52s %6d rows of at most %6d, by %s%n",
                query.name(), rows, query.rows(), plans.getLast().indexes());
        assertThat(rows)
                .as(
                        "rows looked at by %s%n%s",
                        plans.getLast().sql(), plans.getLast().root().toPrettyString())
                .isLessThanOrEqualTo(query.rows());
    }

    private Stream<Query> ofListings() {
        ListingFilter byOrganization = new ListingFilter(null, null, null, ORGANIZATION, null);
        ListingFilter byTerm = new ListingFilter(null, TERM, null, null, null);
        ListingFilter byTaxonomy = new ListingFilter(null, null, TAXONOMY, null, null);
        ListingFilter byWord = new ListingFilter("word77", null, null, null, null);
        ListingFilter recent = new ListingFilter(null, null, null, null, RECENTLY);
        ListingFilter all = new ListingFilter(null, TERM, TAXONOMY, ORGANIZATION, RECENTLY);
        return Stream.of(
                new Query("a service by id", () -> listings.find(SERVICE), "listing_pkey", 1),
                new Query("services, first page", () -> listings.page(ListingFilter.ALL, 0, 50), "listing_by_id", 50),
                new Query(
                        "services, a page after 15,000 others",
                        () -> listings.page(ListingFilter.ALL, 15_000, 50),
                        "listing_by_id",
                        50),
                new Query(
                        "services of an organization", () -> listings.page(byOrganization, 0, 50), OF_ORGANIZATION, 20),
                new Query("services with a term", () -> listings.page(byTerm, 0, 50), "listing_by_term", 150),
                new Query("services with a taxonomy", () -> listings.page(byTaxonomy, 0, 50), "listing_by_id", 1_600),
                new Query("services with a word", () -> listings.page(byWord, 0, 50), "listing_by_word", 80),
                new Query("services modified lately", () -> listings.page(recent, 0, 50), "listing_by_modified", 200),
                new Query("services by all filters", () -> listings.page(all, 0, 50), OF_ORGANIZATION, 20),
                new Query("count of a term", () -> listings.count(byTerm), "listing_by_term", 100),
                new Query("count of a word", () -> listings.count(byWord), "listing_by_word", 40),
                new Query("count of lately", () -> listings.count(recent), "listing_by_modified", 0),
                new Query("count of all", () -> listings.count(ListingFilter.ALL), "listing_by_id", 0),
                new Query(
                        "ndjson, a slice in the middle",
                        () -> listings.following(ListingFilter.ALL, MIDDLE, 100, true),
                        "listing_by_id",
                        100),
                new Query(
                        "ndjson of a term, a slice in the middle",
                        () -> listings.following(byTerm, MIDDLE, 100, true),
                        "listing_by_term",
                        100),
                new Query(
                        "minimal, a slice in the middle",
                        () -> listings.following(ListingFilter.ALL, MIDDLE, 2_000, false),
                        "listing_by_id",
                        2_000),
                new Query(
                        "services of organizations on a page",
                        () -> listings.ofOrganizations(List.of(ORGANIZATION, id("organization", 3))),
                        OF_ORGANIZATION,
                        20),
                new Query("changes after a cursor", () -> listings.after(12_345, 100), "listing_change_key", 100),
                new Query(
                        "search index, a slice to catch up", () -> listings.after(500, 500), "listing_change_key", 500),
                new Query("newest change", listings::last, "listing_change_key", 1));
    }

    private Stream<Query> ofOthers() {
        return Stream.of(
                new Query("verification queue", () -> queue(null), "listing_by_urgency", 800),
                new Query(
                        "verification queue of an organization",
                        () -> queue(ORGANIZATION),
                        "listing_by_urgency_of_organization|listing_by_organization",
                        80),
                new Query(
                        "lookup of a foreign id",
                        () -> foreignIds.find("city", "service", "4711"),
                        "foreign_id_pkey",
                        1),
                new Query(
                        "outbox relay's poll",
                        () -> withConnection(c -> call(lease(c), "oldest", 200)),
                        "outbox_pkey",
                        200));
    }

    private Stream<Query> ofOrganizations() {
        PublishedOrganizations.Filter all = new PublishedOrganizations.Filter(null, null, null);
        PublishedOrganizations.Filter byTerm = new PublishedOrganizations.Filter(null, TERM, null);
        PublishedOrganizations.Filter byTaxonomy = new PublishedOrganizations.Filter(null, null, TAXONOMY);
        PublishedOrganizations.Filter byWord = new PublishedOrganizations.Filter("name77", null, null);
        return Stream.of(
                new Query("an organization by id", () -> organizations.find(ORGANIZATION), "organization_pkey", 2),
                new Query(
                        "organizations, first page",
                        () -> organizations.page(all, 0, 50),
                        "organization_document_pkey",
                        150),
                new Query(
                        "organizations with a term",
                        () -> organizations.page(byTerm, 0, 50),
                        "organization_document_by_term",
                        400),
                new Query(
                        "organizations with a taxonomy",
                        () -> organizations.page(byTaxonomy, 0, 50),
                        "listing_by_taxonomy",
                        1_400),
                new Query(
                        "organizations with a word",
                        () -> organizations.page(byWord, 0, 50),
                        "organization_document_by_word",
                        150),
                new Query(
                        "organizations, ndjson slice",
                        () -> organizations.following(all, MIDDLE, 50),
                        "organization_document_pkey",
                        100));
    }

    private Stream<Query> ofPlaces() {
        PublishedPlaces.Filter all = new PublishedPlaces.Filter(ListingFilter.ALL, null, null);
        return Stream.of(
                new Query("a place by id", () -> places.find(id("place", 4711)), "service_at_location_pkey", 3),
                new Query("places, first page", () -> places.page(all, 0, 50), "service_at_location_pkey", 310),
                new Query(
                        "places, ndjson slice",
                        () -> places.following(all, MIDDLE, 100),
                        "service_at_location_pkey",
                        310),
                new Query(
                        "places of an organization",
                        () -> places.page(in(new ListingFilter(null, null, null, ORGANIZATION, null)), 0, 50),
                        OF_ORGANIZATION,
                        70),
                new Query(
                        "places with a term",
                        () -> places.page(in(new ListingFilter(null, TERM, null, null, null)), 0, 50),
                        "listing_by_term",
                        500),
                new Query(
                        "places with a word",
                        () -> places.page(in(new ListingFilter("word77", null, null, null, null)), 0, 50),
                        "listing_by_word",
                        240),
                new Query(
                        "places modified lately",
                        () -> places.page(in(new ListingFilter(null, null, null, null, RECENTLY)), 0, 50),
                        "listing_by_modified",
                        600),
                new Query(
                        "places with a postal code",
                        () -> places.page(new PublishedPlaces.Filter(ListingFilter.ALL, "10077", null), 0, 50),
                        "location_by_postal_code",
                        70),
                new Query(
                        "places around a postal code",
                        () -> places.page(new PublishedPlaces.Filter(ListingFilter.ALL, "10077", 20_000.0), 0, 50),
                        "location_by_coordinates",
                        250));
    }

    private static PublishedPlaces.Filter in(ListingFilter listing) {
        return new PublishedPlaces.Filter(listing, null, null);
    }

    private void queue(@Nullable UUID organization) {
        String queue = "org.kith.directory.verification.Queue";
        call(
                make(queue, explained.dataSource()),
                "page",
                make(queue + "$Filter", organization, null),
                make(queue + "$Position", -1, LocalDate.of(1900, 1, 1), new UUID(0, 0)),
                LocalDate.of(2030, 1, 1),
                100);
    }

    private static Object lease(Connection connection) {
        return invoke(type("org.kith.outbox.Lease"), null, "over", connection);
    }

    private void withConnection(Consumer<Connection> use) {
        try (Connection connection = explained.dataSource().getConnection()) {
            use.accept(connection);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** These classes are made by the container and nobody else; here it is us. */
    private <T> T make(Class<T> type) {
        return type.cast(make(type.getName(), explained.dataSource()));
    }

    private static Object make(String type, @Nullable Object... arguments) {
        try {
            Constructor<?> constructor = Arrays.stream(type(type).getDeclaredConstructors())
                    .filter(c -> c.getParameterCount() == arguments.length)
                    .findFirst()
                    .orElseThrow();
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(Object target, String method, @Nullable Object... arguments) {
        return invoke(target.getClass(), target, method, arguments);
    }

    private static Object invoke(Class<?> type, @Nullable Object target, String name, @Nullable Object... arguments) {
        try {
            Method method = Arrays.stream(type.getDeclaredMethods())
                    .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments.length)
                    .findFirst()
                    .orElseThrow();
            method.setAccessible(true);
            return method.invoke(target, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@code an_id} in SQL. */
    private static UUID id(String kind, int number) {
        try {
            String hex = java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("MD5")
                            .digest((kind + number).getBytes(StandardCharsets.UTF_8)));
            return UUID.fromString(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
