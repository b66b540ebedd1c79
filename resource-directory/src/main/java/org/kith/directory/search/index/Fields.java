package org.kith.directory.search.index;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.kith.directory.hours.Zones;

/** The fields of the index; {@link #FORMAT} changes with them, and an index of another format is built anew. */
final class Fields {
    static final String FORMAT = "4";

    /** The service's id: the key of an entry. */
    static final String ID = "id";

    /** The number of the change that an entry comes from, so that anybody can tell whether it is the newest. */
    static final String CHANGE = "change";

    /** A number made from the id, the last word where hits tie: comparing ids themselves cost half of a search. */
    static final String TIE = "tie";

    /** Every word with the weight of where it stood as its frequency, and every code. Ranking reads this one. */
    static final String ALL = "all";

    /** Names with positions: a word in a name counts once more, a phrase in it much more. */
    static final String NAME = "name";

    /** Everything with positions, for phrases. */
    static final String TEXT = "text";

    /** Whole names in one form. */
    static final String EXACT = "exact";

    /** Words as written, to correct spelling by. */
    static final String SPELLING = "spelling";

    /** Words by where they stood, to say why. */
    static final String WHY = "why";

    /** Codes and languages as {@code list:code}, to filter and count by. */
    static final String CODE = "code";

    static final String FACET = "facet";
    static final String MINIMUM_AGE = "minimum_age";
    static final String MAXIMUM_AGE = "maximum_age";
    static final String VERIFIED = "verified";
    static final String POINT = "point";
    static final String POSTAL_CODE = "postal_code";
    static final String CITY = "city";

    /** The weekly openings as ranges of minutes, by the directory's clock. */
    static final String WEEKLY = "weekly";

    /** Marks an entry whose openings the ranges cannot say. */
    static final String IRREGULAR = "irregular";

    static final String HOURS = "hours";
    static final String SERVICE = "service";
    static final String PLACES = "places";
    static final String CONTACT = "contact";

    static final FieldType RANKED = type(IndexOptions.DOCS_AND_FREQS, true, false);
    static final FieldType PHRASES = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true, false);
    static final FieldType PRESENT = type(IndexOptions.DOCS, true, true);
    static final FieldType KEYWORD = type(IndexOptions.DOCS, false, true);

    private Fields() {}

    /** Minutes are those of a clock somewhere: a field for each zone. */
    static String weekly(String zone) {
        return zone.equals(Zones.DIRECTORY) ? WEEKLY : WEEKLY + "@" + zone;
    }

    private static FieldType type(IndexOptions options, boolean tokenized, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setTokenized(tokenized);
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }
}
