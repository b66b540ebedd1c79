package org.kith.directory.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Vocabulary;

/** The filters by code, each code checked against the vocabulary. */
final class CodeFilters {
    private static final int MOST = 50;

    private final Vocabulary vocabulary = Vocabulary.standard();
    private final Map<String, Set<String>> byList = new LinkedHashMap<>();
    private final Refusals refusals;

    CodeFilters(Refusals refusals) {
        this.refusals = refusals;
    }

    Map<String, Set<String>> of(SearchRequest request) {
        add("kind", request.kind());
        add("support_type", request.supportType());
        add("need", request.need());
        add("topic", request.topic());
        add("format", request.format());
        add("feature", request.feature());
        add("audience", request.audience());
        add("faith_tradition", request.faithTradition());
        addLanguages(request.language());
        addCosts(request.costMax());
        return byList;
    }

    private void add(String list, @Nullable List<String> given) {
        List<String> codes = given(list, given);
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            if (!vocabulary.has(list, code)) {
                refusals.add(list, i, "unknown-code", unknown(list, code), vocabulary.nearest(list, code));
            }
        }
        if (!codes.isEmpty()) {
            byList.put(list, new LinkedHashSet<>(codes));
        }
    }

    private void addLanguages(@Nullable List<String> given) {
        List<String> tags = given("language", given);
        Set<String> canonical = new LinkedHashSet<>();
        for (int i = 0; i < tags.size(); i++) {
            String tag = tags.get(i).replace('_', '-');
            if (!Vocabulary.isLanguageTag(tag)) {
                refusals.add("language", i, "format", "Expected a BCP 47 tag such as es.", List.of());
            }
            canonical.add(tag.toLowerCase(Locale.ROOT));
        }
        if (!canonical.isEmpty()) {
            byList.put("language", canonical);
        }
    }

    private void addCosts(@Nullable String most) {
        if (most != null && !most.isBlank()) {
            List<String> cheapestFirst = new ArrayList<>(vocabulary.codes("cost"));
            int last = cheapestFirst.indexOf(most);
            if (last < 0) {
                refusals.add("cost_max", "unknown-code", unknown("cost", most), vocabulary.nearest("cost", most));
            } else {
                byList.put("cost", new LinkedHashSet<>(cheapestFirst.subList(0, last + 1)));
            }
        }
    }

    private List<String> given(String list, @Nullable List<String> codes) {
        if (codes != null && codes.size() > MOST) {
            refusals.add(list, "out-of-range", "At most " + MOST + " codes.");
            return List.of();
        }
        return codes == null ? List.of() : codes;
    }

    private String unknown(String list, String code) {
        List<String> nearest = vocabulary.nearest(list, code);
        String hint = nearest.isEmpty() ? "" : " Nearest: " + String.join(", ", nearest) + ".";
        return "There is no such code in " + list + "." + hint;
    }
}
