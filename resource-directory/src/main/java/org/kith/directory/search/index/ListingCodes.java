package org.kith.directory.search.index;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kith.contracts.Vocabulary;
import org.kith.directory.hsds.Attribute;
import org.kith.directory.hsds.Language;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Phone;
import org.kith.directory.hsds.ServiceAtLocation;
import org.kith.directory.hsds.TaxonomyTerm;

/**
 * Our codes on a listing, as {@code list:code}.
 *
 * @param own as the listing says them
 * @param facets what is counted: with the broader traditions, and languages without region
 * @param filters what can be asked for: the same, and languages with their region
 * @param foreignTerms names of terms of other taxonomies
 */
record ListingCodes(Set<String> own, Set<String> facets, Set<String> filters, Set<String> foreignTerms) {
    static final String LANGUAGE = "language";

    static ListingCodes of(Listing listing) {
        ListingCodes codes = new ListingCodes(
                new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        listing.attributes().forEach(codes::add);
        for (ServiceAtLocation at : listing.serviceAtLocations()) {
            at.attributes().forEach(codes::add);
            Location location = at.location();
            if (location != null) {
                location.attributes().forEach(codes::add);
                location.languages().forEach(codes::add);
            }
        }
        Stream.concat(
                        listing.languages().stream(),
                        listing.phones().stream().map(Phone::languages).flatMap(List::stream))
                .forEach(codes::add);
        return codes;
    }

    private void add(Attribute attribute) {
        TaxonomyTerm term = attribute.taxonomyTerm();
        if (term == null) {
            return;
        }
        Vocabulary vocabulary = Vocabulary.standard();
        String taxonomy = term.taxonomy();
        Optional<String> list = taxonomy == null ? Optional.empty() : vocabulary.listOf(taxonomy);
        String code = term.code();
        if (list.isEmpty() || code == null) {
            if (term.name() != null) {
                foreignTerms.add(term.name());
            }
        } else if (list.get().equals(Vocabulary.INTERPRETER)) {
            addLanguage(attribute.value() == null ? "" : attribute.value());
        } else if (list.get().equals("faith_tradition")) {
            own.add(list.get() + ":" + code);
            vocabulary.traditionChain(code).forEach(step -> addCode(list.get() + ":" + step));
        } else {
            own.add(list.get() + ":" + code);
            addCode(list.get() + ":" + code);
        }
    }

    private void add(Language language) {
        addLanguage(language.code() == null ? "" : language.code());
    }

    private void addLanguage(String tag) {
        String canonical = tag.strip().toLowerCase(Locale.ROOT);
        if (!canonical.isEmpty()) {
            filters.add(LANGUAGE + ":" + canonical);
            addCode(LANGUAGE + ":" + canonical.split("[-_]", 2)[0]);
        }
    }

    private void addCode(String code) {
        facets.add(code);
        filters.add(code);
    }
}
