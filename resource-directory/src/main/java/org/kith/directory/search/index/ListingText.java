package org.kith.directory.search.index;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.hsds.Phone;
import org.kith.directory.hsds.ServiceArea;

/** The words of a listing by where they stand. */
final class ListingText {
    private static final int GAP = 50;
    private static final int MOST_WEIGHT = 1 << 16;

    private final Map<Source, List<String>> texts = new EnumMap<>(Source.class);
    private final ListingCodes codes;

    private ListingText(ListingCodes codes) {
        this.codes = codes;
    }

    static ListingText of(Listing listing, ListingCodes codes, List<Location> publicLocations) {
        ListingText text = new ListingText(codes);
        text.add(Source.NAME, listing.name());
        text.add(Source.ALTERNATE_NAME, listing.alternateName());
        Organization organization = listing.organization();
        if (organization != null) {
            text.add(Source.ORGANIZATION, organization.name());
            text.add(Source.ORGANIZATION, organization.alternateName());
        }
        codes.own().forEach(code -> text.add(Source.TERMS, CodeWords.of(code)));
        codes.foreignTerms().forEach(term -> text.add(Source.TERMS, term));
        text.add(Source.DESCRIPTION, listing.description());
        text.add(Source.ELIGIBILITY, listing.eligibilityDescription());
        if (listing.program() != null) {
            text.add(Source.PROGRAM, listing.program().name());
        }
        for (Location location : publicLocations) {
            text.add(Source.PLACE, location.name());
            location.addresses().forEach(address -> {
                text.add(Source.PLACE, address.city());
                text.add(Source.PLACE, address.stateProvince());
                text.add(Source.PLACE, address.postalCode());
            });
        }
        listing.serviceAreas().stream().map(ServiceArea::name).forEach(area -> text.add(Source.SERVICE_AREA, area));
        text.add(Source.APPLICATION, listing.applicationProcess());
        text.add(Source.FEES, listing.feesDescription());
        text.add(Source.INTERPRETATION, listing.interpretationServices());
        listing.phones().stream().map(Phone::number).forEach(number -> text.add(Source.PHONE, number));
        return text;
    }

    private void add(Source source, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            texts.computeIfAbsent(source, none -> new ArrayList<>()).add(text);
        }
    }

    void addTo(Document entry) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        List<TermStream.Term> phrases = new ArrayList<>();
        List<TermStream.Term> names = new ArrayList<>();
        Set<String> why = new HashSet<>();
        Set<String> spellings = new HashSet<>();
        texts.forEach((source, parts) -> {
            for (String part : parts) {
                List<TermStream.Term> terms = new ArrayList<>();
                for (Words.Chunk chunk : Words.chunks(part)) {
                    append(terms, chunk, source, spellings);
                }
                List<String> meanings = meanings(terms);
                Stream.concat(terms.stream().map(TermStream.Term::text), meanings.stream())
                        .forEach(term -> {
                            weights.merge(term, source.weight(), Integer::sum);
                            why.add(source.term(term));
                        });
                appendWithGap(phrases, terms);
                if (source == Source.NAME || source == Source.ALTERNATE_NAME || source == Source.ORGANIZATION) {
                    appendWithGap(names, terms);
                    meanings.forEach(meaning -> names.add(new TermStream.Term(meaning, 0)));
                    entry.add(new Field(Fields.EXACT, Words.exact(part), Fields.KEYWORD));
                }
            }
        });
        codes.own().forEach(code -> weights.merge(code, Source.TERMS.weight(), Integer::sum));
        List<TermStream.Term> ranked = weights.entrySet().stream()
                .map(term -> new TermStream.Term(term.getKey(), 1, Math.min(term.getValue(), MOST_WEIGHT)))
                .toList();
        entry.add(new Field(Fields.ALL, TermStream.weighted(ranked), Fields.RANKED));
        entry.add(new Field(Fields.TEXT, TermStream.of(phrases), Fields.PHRASES));
        entry.add(new Field(Fields.NAME, TermStream.of(names), Fields.PHRASES));
        entry.add(new Field(Fields.WHY, TermStream.present(why), Fields.PRESENT));
        entry.add(new Field(Fields.SPELLING, TermStream.present(spellings), Fields.PRESENT));
    }

    private static void append(List<TermStream.Term> terms, Words.Chunk chunk, Source source, Set<String> spellings) {
        int skipped = 0;
        for (Words.Token part : chunk.parts()) {
            if (Words.isStopWord(part.surface())) {
                skipped++;
                continue;
            }
            terms.add(new TermStream.Term(part.stem(), 1 + skipped));
            skipped = 0;
            if (source != Source.PHONE && isSpellable(part.surface())) {
                spellings.add(part.surface());
            }
        }
        Words.Token joined = chunk.joined();
        if (joined != null) {
            terms.add(new TermStream.Term(joined.stem(), terms.isEmpty() ? 1 : 0));
            if (isSpellable(joined.surface())) {
                spellings.add(joined.surface());
            }
        }
    }

    /** Known phrases; what a hyphen joined stands beside its parts and is skipped here. */
    private static List<String> meanings(List<TermStream.Term> terms) {
        return Phrases.standard()
                .in(terms.stream()
                        .filter(term -> term.increment() > 0)
                        .map(TermStream.Term::text)
                        .toList());
    }

    private static boolean isSpellable(String surface) {
        return surface.length() > 3 && surface.chars().noneMatch(Character::isDigit);
    }

    /** Far enough apart that no phrase spans two fields. */
    private static void appendWithGap(List<TermStream.Term> all, List<TermStream.Term> more) {
        for (int i = 0; i < more.size(); i++) {
            TermStream.Term term = more.get(i);
            all.add(i == 0 && !all.isEmpty() ? new TermStream.Term(term.text(), term.increment() + GAP) : term);
        }
    }
}
