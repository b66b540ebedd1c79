package org.kith.hsdscheck;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The parameters of one request. */
record Params(Map<String, String> values) {
    static final Params NONE = new Params(Map.of());

    static Params of(String name, Object value) {
        return NONE.and(name, value);
    }

    Params and(String name, Object value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, String.valueOf(value));
        return new Params(more);
    }

    Params and(Params others) {
        Map<String, String> more = new TreeMap<>(values);
        more.putAll(others.values);
        return new Params(more);
    }

    boolean isTrue(String name) {
        return "true".equals(values.get(name));
    }

    /** With the question mark where there is any. */
    String query() {
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
