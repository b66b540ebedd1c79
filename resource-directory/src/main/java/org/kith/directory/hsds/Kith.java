package org.kith.directory.hsds;

import java.util.UUID;

/** Our codes as HSDS taxonomies: {@code kith:feature} and the like, with ids that every installation agrees on. */
public final class Kith {
    public static final String PREFIX = "kith:";

    private Kith() {}

    /** @param list as in the vocabulary, e.g. {@code support_type} */
    public static String taxonomy(String list) {
        return PREFIX + list.replace('_', '-');
    }

    /** The list of the vocabulary that a taxonomy stands for: {@code kith:support-type} is {@code support_type}. */
    public static String list(String taxonomy) {
        return taxonomy.substring(PREFIX.length()).replace('-', '_');
    }

    public static UUID taxonomyId(String taxonomy) {
        return NameBasedId.of(taxonomy);
    }

    public static UUID termId(String taxonomy, String code) {
        return NameBasedId.of(taxonomy + ":" + code);
    }

    /** An attribute that says just this; the directory fills in ids, name and description when it is stored. */
    public static Attribute attribute(String taxonomy, String code) {
        return Attribute.with(a -> a.taxonomyTerm = TaxonomyTerm.with(t -> {
            t.taxonomy = taxonomy;
            t.code = code;
        }));
    }

    public static boolean says(Attribute attribute, String taxonomy, String code) {
        TaxonomyTerm term = attribute.taxonomyTerm();
        return term != null && taxonomy.equals(term.taxonomy()) && code.equals(term.code());
    }
}
