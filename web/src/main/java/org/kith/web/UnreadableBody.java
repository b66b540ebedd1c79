package org.kith.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Turns what the JSON parser complains of into a field error that never quotes the value. */
final class UnreadableBody {
    private UnreadableBody() {}

    static HttpProblem problem(JacksonException failure) {
        String pointer = failure instanceof JsonMappingException mapping ? pointer(mapping) : "";
        FieldError error = switch (failure) {
            case UnrecognizedPropertyException ignored ->
                new FieldError(pointer, "unknown-field", "There is no such field.");
            case InvalidNullException ignored -> new FieldError(pointer, "required", "This may not be null.");
            case MismatchedInputException mismatch ->
                new FieldError(pointer, "wrong-type", "Expected " + expected(mismatch) + ".");
            case JsonMappingException ignored -> new FieldError(pointer, "unreadable", "This could not be read.");
            default -> new FieldError("", "not-json", "This is not JSON that we can read%s.".formatted(place(failure)));
        };
        return Problems.malformed(error);
    }

    private static String place(JacksonException failure) {
        return failure.getLocation() == null
                ? ""
                : ": line %d, column %d"
                        .formatted(
                                failure.getLocation().getLineNr(),
                                failure.getLocation().getColumnNr());
    }

    private static String pointer(JsonMappingException failure) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            pointer.append('/');
            if (step.getFieldName() == null) {
                pointer.append(step.getIndex());
            } else {
                pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }

    private static String expected(MismatchedInputException mismatch) {
        Class<?> type = mismatch.getTargetType();
        if (type == null) {
            return "another type";
        }
        if (type.isEnum()) {
            return "one of the codes of this field";
        }
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "text (without U+0000 or lone surrogates)";
        }
        if (java.util.Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        if (java.time.temporal.Temporal.class.isAssignableFrom(type)) {
            return "a date or time in ISO 8601";
        }
        return type == java.util.UUID.class ? "a UUID" : "an object";
    }
}
