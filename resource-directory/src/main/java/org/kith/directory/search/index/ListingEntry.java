package org.kith.directory.search.index;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hours.OpeningHours;
import org.kith.directory.hours.WeeklyOpening;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Phone;

/** A listing as an entry of the index. */
final class ListingEntry {
    private static final BigDecimal NO_LIMIT = BigDecimal.valueOf(1000);

    private ListingEntry() {}

    static Document of(Listing listing, String id) {
        Document entry = new Document();
        entry.add(new StringField(Fields.ID, id, Field.Store.NO));
        entry.add(new BinaryDocValuesField(Fields.ID, new BytesRef(id)));
        entry.add(new NumericDocValuesField(Fields.TIE, tie(id)));
        ListingCodes codes = ListingCodes.of(listing);
        List<Location> locations = PublicPlaces.of(listing);
        List<Place> places = locations.stream().map(PublicPlaces::place).toList();
        ListingText.of(listing, codes, locations).addTo(entry);
        for (String code : codes.filters()) {
            entry.add(new Field(Fields.CODE, code, Fields.KEYWORD));
        }
        for (String code : codes.facets()) {
            entry.add(new SortedSetDocValuesField(Fields.FACET, new BytesRef(code)));
        }
        addAges(entry, listing);
        if (listing.assuredDate() != null) {
            entry.add(new LongField(Fields.VERIFIED, listing.assuredDate().toEpochDay(), Field.Store.NO));
        }
        addPlaces(entry, places);
        addHours(entry, OpeningHours.of(listing));
        entry.add(new BinaryDocValuesField(Fields.SERVICE, new BytesRef(ListItem.of(listing))));
        String phone = phone(listing);
        if (phone != null) {
            entry.add(new BinaryDocValuesField(Fields.CONTACT, new BytesRef(phone)));
        }
        return entry;
    }

    /** The same on every replica, and as good as never the same for two. */
    private static long tie(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }

    private static void addAges(Document entry, Listing listing) {
        BigDecimal minimum = Objects.requireNonNullElse(listing.minimumAge(), BigDecimal.ZERO);
        BigDecimal maximum = Objects.requireNonNullElse(listing.maximumAge(), NO_LIMIT);
        entry.add(new DoubleField(Fields.MINIMUM_AGE, minimum.doubleValue(), Field.Store.NO));
        entry.add(new DoubleField(Fields.MAXIMUM_AGE, maximum.doubleValue(), Field.Store.NO));
    }

    private static void addPlaces(Document entry, List<Place> places) {
        for (Place place : places) {
            if (place.isOnTheMap()) {
                entry.add(new LatLonPoint(Fields.POINT, place.latitude(), place.longitude()));
                entry.add(new LatLonDocValuesField(Fields.POINT, place.latitude(), place.longitude()));
                if (!place.postalCode().isEmpty()) {
                    entry.add(new Field(Fields.POSTAL_CODE, Gazetteer.postalCode(place.postalCode()), Fields.KEYWORD));
                }
                if (!place.city().isEmpty()) {
                    entry.add(new Field(Fields.CITY, Words.exact(place.city()), Fields.KEYWORD));
                }
            }
        }
        if (!places.isEmpty()) {
            entry.add(new BinaryDocValuesField(Fields.PLACES, new BytesRef(Place.toBytes(places))));
        }
    }

    private static void addHours(Document entry, OpeningHours hours) {
        if (hours.isEmpty()) {
            return;
        }
        hours.weekly().forEach((zone, openings) -> addRanges(entry, Fields.weekly(zone), openings));
        if (hours.hasMoreThanWeekly()) {
            entry.add(new Field(Fields.IRREGULAR, "1", Fields.KEYWORD));
        }
        entry.add(new BinaryDocValuesField(Fields.HOURS, new BytesRef(hours.toBytes())));
    }

    private static void addRanges(Document entry, String field, List<WeeklyOpening> openings) {
        for (WeeklyOpening opening : openings) {
            entry.add(new IntRange(field, new int[] {opening.first()}, new int[] {opening.last()}));
        }
    }

    private static @Nullable String phone(Listing listing) {
        Stream<Phone> atPlaces = listing.serviceAtLocations().stream().flatMap(at -> at.phones().stream());
        return Stream.concat(listing.phones().stream(), atPlaces)
                .map(Phone::number)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
