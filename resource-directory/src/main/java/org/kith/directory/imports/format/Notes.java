package org.kith.directory.imports.format;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remarks about whole files and columns, told once and not for every row. */
public final class Notes {

    /**
     * @param times how often it was met
     */
    public record Note(String file, String field, String code, String message, long times) {}

    private final Map<String, Note> notes = new LinkedHashMap<>();

    public void add(String file, String field, String code, String message) {
        notes.merge(
                file + "\u001f" + field + "\u001f" + code,
                new Note(file, field, code, message, 1),
                (old, one) -> new Note(file, field, code, message, old.times() + 1));
    }

    public Iterable<Note> all() {
        return notes.values();
    }
}
