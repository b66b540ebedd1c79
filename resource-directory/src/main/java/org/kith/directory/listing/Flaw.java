package org.kith.directory.listing;

import java.util.List;

/**
 * Something wrong with what a writer gave.
 *
 * @param pointer a JSON pointer into the entity, e.g. {@code /phones/0/number}
 * @param code stable, for programs: required, format, enum, out-of-range, unknown-code, single-valued,
 *     unknown-reference, too-large
 * @param detail for people
 * @param nearest codes that the writer may have meant
 */
public record Flaw(String pointer, String code, String detail, List<String> nearest) {
    public Flaw(String pointer, String code, String detail) {
        this(pointer, code, detail, List.of());
    }
}
