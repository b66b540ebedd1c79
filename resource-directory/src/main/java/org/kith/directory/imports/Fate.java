package org.kith.directory.imports;

/** What became of a row. */
enum Fate {
    STORED,
    UNCHANGED,
    REFUSED
}
