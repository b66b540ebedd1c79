package org.kith.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One thing wrong with a request.
 *
 * @param pointer RFC 6901 JSON pointer into the body, or the name of a parameter
 * @param code stable, for programs: {@code unknown-code}, {@code required} …
 * @param detail for people
 * @param nearest codes that the writer may have meant
 */
public record FieldError(
        String pointer,
        String code,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> nearest) {
    public FieldError(String pointer, String code, String detail) {
        this(pointer, code, detail, List.of());
    }
}
