package org.kith.directory.taxonomy;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Stream;
import org.kith.contracts.Vocabulary;
import org.kith.directory.hsds.Taxonomy;
import org.kith.directory.hsds.TaxonomyTerm;
import org.kith.directory.tagging.RuleBook;

/** Puts our own codes among the taxonomies at start, with the ids that every installation gives them. */
@ApplicationScoped
class VocabularyTerms {
    private final TaxonomyTerms terms;

    VocabularyTerms(TaxonomyTerms terms) {
        this.terms = terms;
    }

    void atStart(@Observes StartupEvent start) {
        Vocabulary vocabulary = Vocabulary.standard();
        for (String list : vocabulary.listingLists()) {
            terms.store(taxonomy(vocabulary, list), terms(vocabulary, list).toList());
        }
    }

    private static Taxonomy taxonomy(Vocabulary vocabulary, String list) {
        return new Taxonomy(
                vocabulary.taxonomyId(list),
                vocabulary.taxonomy(list),
                "Codes of Kith: " + list.replace('_', ' '),
                null,
                vocabulary.version(),
                List.of());
    }

    private static Stream<TaxonomyTerm> terms(Vocabulary vocabulary, String list) {
        // What the rules may infer in a list that is open to any word stands on listings that nobody wrote it on.
        Stream<String> inferred = RuleBook.standard().tagger().codes(list).stream();
        return Stream.concat(vocabulary.codes(list).stream(), inferred)
                .distinct()
                .map(code -> TaxonomyTerm.with(t -> {
                    t.id = vocabulary.termId(list, code);
                    t.code = code;
                    t.name = vocabulary.label(list, code);
                    t.description = vocabulary.label(list, code);
                    t.taxonomy = vocabulary.taxonomy(list);
                    t.taxonomyId = vocabulary.taxonomyId(list);
                    t.language = "en";
                }));
    }
}
