package org.kith.directory.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Address;
import org.kith.directory.hsds.Attribute;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Kith;
import org.kith.directory.hsds.Language;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.hsds.Schedule;
import org.kith.directory.hsds.ServiceAtLocation;

/** Small directories written down in tests, and questions to them. */
final class Fixture {
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    /** A Sunday, 13:00 in the directory's zone. */
    static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    private final ListingIndex index = ListingIndex.inMemory();
    private long change;

    Fixture with(Entry... entries) {
        for (Entry entry : entries) {
            change(entry.id, entry.listing());
        }
        return this;
    }

    Fixture without(String name) {
        change(id(name), null);
        return this;
    }

    ListingIndex index() {
        return index;
    }

    static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void change(String id, @Nullable Listing listing) {
        try {
            index.apply(List.of(new Change(id, ++change, listing)));
            index.refresh();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of what is found, in order. */
    List<String> find(String words) {
        return names(ask(words, q -> {}));
    }

    Page ask(String words, Consumer<Asked> more) {
        Asked asked = new Asked();
        asked.words = words;
        more.accept(asked);
        return index.search(asked.question());
    }

    static List<String> names(Page page) {
        return page.hits().stream()
                .map(hit -> HsdsJson.tree(hit.service()).path("name").asText())
                .toList();
    }

    /** A question while it is written. */
    static final class Asked {
        String words = "";

        @Nullable
        Point near;

        @Nullable
        Double radiusKm;

        Map<String, Set<String>> codes = Map.of();

        @Nullable
        Double age;

        @Nullable
        Instant openAt;

        @Nullable
        Long verifiedSince;

        Question.Order order = Question.Order.RELEVANCE;
        int limit = 20;
        boolean facets;

        @Nullable
        Position after;

        Question question() {
            return new Question(
                    words, near, radiusKm, codes, age, openAt, NOW, ZONE, verifiedSince, order, limit, facets, after);
        }
    }

    static Entry listing(String name) {
        return new Entry(name);
    }

    /** A listing while it is written. */
    static final class Entry {
        private final String id;
        private final List<Attribute> attributes = new ArrayList<>();
        private final List<ServiceAtLocation> places = new ArrayList<>();
        private Listing listing;

        private Entry(String name) {
            id = id(name);
            listing = Listing.with(l -> {
                l.id = UUID.fromString(id);
                l.name = name;
                l.status = "active";
            });
        }

        Entry by(String organization) {
            return but(l -> l.organization = Organization.with(o -> {
                o.id = UUID.nameUUIDFromBytes(organization.getBytes(StandardCharsets.UTF_8));
                o.name = organization;
            }));
        }

        Entry says(String description) {
            return but(l -> l.description = description);
        }

        Entry code(String list, String... codes) {
            for (String code : codes) {
                attributes.add(Kith.attribute("kith:" + list.replace('_', '-'), code));
            }
            return this;
        }

        Entry interpreter(String tag) {
            attributes.add(Kith.attribute("kith:interpreter", "interpreter").but(a -> a.value = tag));
            return this;
        }

        Entry speaks(String tag) {
            return but(l -> l.languages = List.of(Language.with(language -> language.code = tag)));
        }

        Entry ages(@Nullable Integer from, @Nullable Integer to) {
            return but(l -> {
                l.minimumAge = from == null ? null : BigDecimal.valueOf(from);
                l.maximumAge = to == null ? null : BigDecimal.valueOf(to);
            });
        }

        Entry verified(String date) {
            return but(l -> l.assuredDate = LocalDate.parse(date));
        }

        Entry open(Consumer<Schedule.Draft> rule) {
            return but(l -> l.schedules = List.of(Schedule.with(rule)));
        }

        Entry at(double latitude, double longitude) {
            return at(latitude, longitude, "", "", "");
        }

        Entry at(double latitude, double longitude, String city, String region, String postalCode) {
            places.add(
                    ServiceAtLocation.with(s -> s.location = location(latitude, longitude, city, region, postalCode)));
            return this;
        }

        Entry atConfidential(double latitude, double longitude, String city, String region, String postalCode) {
            places.add(ServiceAtLocation.with(s -> s.location = location(latitude, longitude, city, region, postalCode)
                    .but(l -> l.attributes = List.of(Kith.attribute("kith:feature", "confidential_location")))));
            return this;
        }

        Entry but(Consumer<Listing.Draft> changes) {
            listing = listing.but(changes);
            return this;
        }

        Listing listing() {
            return listing.but(l -> {
                l.attributes = attributes;
                l.serviceAtLocations = places;
            });
        }

        private static Location location(
                double latitude, double longitude, String city, String region, String postalCode) {
            return Location.with(l -> {
                l.latitude = latitude;
                l.longitude = longitude;
                l.locationType = "physical";
                l.addresses = List.of(Address.with(a -> {
                    a.address1 = "1 Thornapple Court";
                    a.city = city;
                    a.stateProvince = region;
                    a.postalCode = postalCode;
                }));
            });
        }
    }
}
