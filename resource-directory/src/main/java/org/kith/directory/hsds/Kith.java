package org.kith.directory.hsds;

/** Our codes as HSDS attributes of the taxonomies {@code kith:feature} and the like. */
public final class Kith {
    private Kith() {}

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

    public static boolean isOf(Attribute attribute, String taxonomy) {
        TaxonomyTerm term = attribute.taxonomyTerm();
        return term != null && taxonomy.equals(term.taxonomy());
    }
}
