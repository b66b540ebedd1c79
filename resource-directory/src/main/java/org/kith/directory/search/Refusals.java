package org.kith.directory.search;

import java.util.ArrayList;
import java.util.List;
import org.kith.web.FieldError;
import org.kith.web.Problems;

/** All that is wrong with one request, each thing by the name or the pointer of its field. */
final class Refusals {
    private final boolean inBody;
    private final List<FieldError> errors = new ArrayList<>();

    Refusals(boolean inBody) {
        this.inBody = inBody;
    }

    void add(String field, String code, String detail) {
        add(field, code, detail, List.of());
    }

    void add(String field, String code, String detail, List<String> nearest) {
        errors.add(new FieldError(inBody ? "/" + field : field, code, detail, nearest));
    }

    /** @param at which of the list, as a body's pointer says it */
    void add(String list, int at, String code, String detail, List<String> nearest) {
        add(inBody ? list + "/" + at : list, code, detail, nearest);
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }
}
