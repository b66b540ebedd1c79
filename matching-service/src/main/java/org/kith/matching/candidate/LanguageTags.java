package org.kith.matching.candidate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.TreeSet;

/** Language tags as matching compares them: the primary subtag in its shortest form, so that {@code spa} meets {@code es-MX}. */
public final class LanguageTags {
    private static final Map<String, String> SHORT_FORMS = shortForms();

    private LanguageTags() {}

    /** The primary subtag, lower case; empty for a text that is no tag. */
    public static String primary(String tag) {
        String language = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
        return SHORT_FORMS.getOrDefault(language, language);
    }

    static List<String> primary(List<String> tags) {
        TreeSet<String> primary = new TreeSet<>();
        tags.forEach(tag -> primary.add(primary(tag)));
        primary.remove("");
        return List.copyOf(primary);
    }

    /** Of the service; where it says none, of its locations. */
    static List<String> spoken(JsonNode service) {
        List<String> tags = new ArrayList<>();
        collect(service.path("languages"), tags);
        if (tags.isEmpty()) {
            service.path("service_at_locations")
                    .forEach(at -> collect(at.path("location").path("languages"), tags));
        }
        return primary(tags);
    }

    private static void collect(JsonNode languages, List<String> tags) {
        languages.forEach(language -> tags.add(language.path("code").asText("")));
    }

    private static Optional<String> threeLetters(String language) {
        try {
            return Optional.of(Locale.of(language).getISO3Language());
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> shortForms() {
        Map<String, String> shortForms = new HashMap<>();
        for (String language : Locale.getISOLanguages()) {
            threeLetters(language).ifPresent(code -> shortForms.put(code, language));
        }
        return Map.copyOf(shortForms);
    }
}
