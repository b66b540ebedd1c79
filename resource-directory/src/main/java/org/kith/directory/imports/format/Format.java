package org.kith.directory.imports.format;

import java.util.List;

/** The formats that can be taken in. */
public enum Format {
    OHANA_CSV("ohana-csv"),
    HSDS_1_1_CSV("hsds-1.1-csv"),
    HSDS_2_CSV("hsds-2-csv"),
    HSDS_3_TABULAR("hsds-3-tabular"),
    HSDS_3_JSON("hsds-3-json");

    /** For people whose file is none of these. */
    public static final String KNOWN =
            String.join(", ", List.of(values()).stream().map(Format::wireName).toList());

    private final String wireName;

    Format(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
