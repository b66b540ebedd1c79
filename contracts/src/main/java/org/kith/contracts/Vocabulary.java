package org.kith.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The codes that the directory, a match request and a referral share, read from {@code vocabulary.json}.
 *
 * <p>A list is named as in the file ({@code support_type}); on a listing its taxonomy is {@code kith:support-type}.
 */
public final class Vocabulary {
    /** The open list: any lower-case word with underscores is a code of it. */
    public static final String TOPIC = "topic";

    /** A list of one code, whose attribute's value is a language tag. */
    public static final String INTERPRETER = "interpreter";

    static final String LANGUAGE_AXIS = "language_community";
    private static final String FAITH_AXIS = "faith";
    private static final String FAITH_TRADITION = "faith_tradition";
    private static final String PREFIX = "kith:";
    private static final Pattern OPEN_CODE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    /** What a listing can carry; the other lists belong to a match request. */
    private static final Set<String> ON_LISTINGS = ordered(List.of(
            "kind",
            "support_type",
            "need",
            TOPIC,
            "format",
            "group_size",
            "feature",
            "audience",
            "audience_mode",
            "cost",
            "gender_open",
            FAITH_TRADITION,
            "religious_content",
            "lgbtq_affirming",
            "approach",
            "requires",
            "flag",
            INTERPRETER,
            "capacity"));

    /** Asked for each attribute of each listing. */
    private static final Map<String, String> LIST_OF_TAXONOMY = listsByTaxonomy();

    private static final Vocabulary STANDARD = load();

    private final String version;
    private final Map<String, Map<String, String>> labels;
    private final Set<String> singleValued;
    private final Map<String, String> broader;
    private final Map<String, Set<String>> identityAxes;
    private final List<AudienceRule> audienceRules;

    private Vocabulary(JsonNode file) {
        version = file.path("version").asText();
        labels = labels(file);
        singleValued = ordered(texts(file.path("single_valued")));
        broader = new LinkedHashMap<>();
        file.path("faith_tradition_broader")
                .properties()
                .forEach(entry -> broader.put(entry.getKey(), entry.getValue().asText()));
        identityAxes = new LinkedHashMap<>();
        file.path("identity_axis").properties().forEach(axis -> identityAxes.put(axis.getKey(), codesOfAxis(axis)));
        audienceRules = file.path("identity_to_audience").properties().stream()
                .map(rule -> AudienceRule.parse(rule.getKey(), texts(rule.getValue())))
                .toList();
    }

    /** The vocabulary of this build. */
    public static Vocabulary standard() {
        return STANDARD;
    }

    public String version() {
        return version;
    }

    /** Every list of codes, such as {@code kind} or {@code barrier}; not the identity axes. */
    public Set<String> lists() {
        return Collections.unmodifiableSet(labels.keySet());
    }

    /** The lists that a listing carries as HSDS attributes. */
    public Set<String> listingLists() {
        return ON_LISTINGS;
    }

    /**
     * The codes of a list in the file's order; none for the open list {@code topic}.
     *
     * @throws IllegalArgumentException where there is no such list
     */
    public Set<String> codes(String list) {
        return Collections.unmodifiableSet(list(list).keySet());
    }

    /** Whether the code is one of the list; for {@code topic}, whether it is well formed. */
    public boolean has(String list, String code) {
        return isOpen(list) ? OPEN_CODE.matcher(code).matches() : list(list).containsKey(code);
    }

    /** Whether the list takes codes that the file does not name. */
    public boolean isOpen(String list) {
        return list.equals(TOPIC);
    }

    /** The code in words for people. */
    public String label(String list, String code) {
        String label = list(list).get(code);
        if (label == null && has(list, code)) {
            return code.substring(0, 1).toUpperCase(Locale.ROOT)
                    + code.substring(1).replace('_', ' ');
        }
        if (label == null) {
            throw new IllegalArgumentException("No code " + code + " in " + list);
        }
        return label;
    }

    /** Whether a listing may carry only one code of the list. */
    public boolean isSingleValued(String list) {
        return singleValued.contains(list);
    }

    /** The name of the list's taxonomy: {@code kith:support-type} for {@code support_type}. */
    public String taxonomy(String list) {
        return PREFIX + list.replace('_', '-');
    }

    /** The list behind the name of a taxonomy, where it is one that listings carry. */
    public Optional<String> listOf(String taxonomy) {
        return Optional.ofNullable(LIST_OF_TAXONOMY.get(taxonomy));
    }

    private static Map<String, String> listsByTaxonomy() {
        Map<String, String> lists = new LinkedHashMap<>();
        ON_LISTINGS.forEach(list -> lists.put(PREFIX + list.replace('_', '-'), list));
        return Collections.unmodifiableMap(lists);
    }

    /** The id of the list's taxonomy in every installation. */
    public UUID taxonomyId(String list) {
        return NamedIds.of(taxonomy(list));
    }

    /** The id of the code's taxonomy term in every installation. */
    public UUID termId(String list, String code) {
        return NamedIds.of(taxonomy(list) + ":" + code);
    }

    /** The tradition itself, then what is broader, step by step: baptist, protestant, christian. */
    public List<String> traditionChain(String tradition) {
        List<String> chain = new ArrayList<>();
        for (@Nullable String step = tradition; step != null; step = broader.get(step)) {
            chain.add(step);
        }
        return List.copyOf(chain);
    }

    /** Whether the tradition is the broader one or a part of it. */
    public boolean isWithin(String tradition, String broaderTradition) {
        return traditionChain(tradition).contains(broaderTradition);
    }

    public Set<String> identityAxes() {
        return Collections.unmodifiableSet(identityAxes.keySet());
    }

    /** The codes of an identity axis; none for the axis of languages, which takes any BCP-47 tag. */
    public Set<String> identityCodes(String axis) {
        Set<String> codes = identityAxes.get(axis);
        if (codes == null) {
            throw new IllegalArgumentException("No identity axis " + axis);
        }
        return codes;
    }

    public boolean hasIdentity(String axis, String code) {
        return axis.equals(LANGUAGE_AXIS)
                ? isLanguageTag(code)
                : identityCodes(axis).contains(code);
    }

    /** The audiences that the stated factors, alone or together, belong to. */
    public Set<String> audiences(Collection<IdentityFactor> stated) {
        Set<String> audiences = new LinkedHashSet<>();
        audienceRules.stream()
                .filter(rule -> rule.holdsFor(stated))
                .forEach(rule -> audiences.addAll(rule.audiences()));
        return Collections.unmodifiableSet(audiences);
    }

    /** At most three codes of the list that somebody may have meant, the nearest first; for error messages. */
    public List<String> nearest(String list, String written) {
        return Nearest.to(written, codes(list));
    }

    /** At most three codes of the identity axis that somebody may have meant. */
    public List<String> nearestIdentity(String axis, String written) {
        return Nearest.to(written, identityCodes(axis));
    }

    /** Whether the tag is well-formed BCP-47, such as {@code es} or {@code zh-Hant}. */
    public static boolean isLanguageTag(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private Map<String, String> list(String list) {
        Map<String, String> codes = labels.get(list);
        if (codes == null) {
            throw new IllegalArgumentException("No list " + list + "; there are " + labels.keySet());
        }
        return codes;
    }

    private Set<String> codesOfAxis(Map.Entry<String, JsonNode> axis) {
        return switch (axis.getKey()) {
            // The file says these two in words: any tradition, any language tag.
            case FAITH_AXIS -> codes(FAITH_TRADITION);
            case LANGUAGE_AXIS -> Set.of();
            default -> ordered(texts(axis.getValue()));
        };
    }

    /** A list is an object of labels by code, or, where the codes speak for themselves, an array of codes. */
    private static Map<String, Map<String, String>> labels(JsonNode file) {
        Set<String> notLists =
                Set.of("single_valued", "faith_tradition_broader", "identity_axis", "identity_to_audience");
        Map<String, Map<String, String>> lists = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : file.properties()) {
            Map<String, String> codes = new LinkedHashMap<>();
            if (notLists.contains(entry.getKey()) || entry.getValue().isTextual()) {
                continue;
            }
            if (entry.getValue().isObject()) {
                entry.getValue()
                        .properties()
                        .forEach(
                                code -> codes.put(code.getKey(), code.getValue().asText()));
            } else {
                texts(entry.getValue()).forEach(code -> codes.put(code, code.replace('_', ' ')));
            }
            lists.put(entry.getKey(), codes);
        }
        lists.put(TOPIC, Map.of());
        lists.put(INTERPRETER, Map.of(INTERPRETER, "Through an interpreter"));
        return lists;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Set<String> ordered(Collection<String> values) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    private static Vocabulary load() {
        try (InputStream in = Vocabulary.class.getResourceAsStream("/contracts/vocabulary.json")) {
            if (in == null) {
                throw new IllegalStateException("contracts/vocabulary.json is not in this jar");
            }
            return new Vocabulary(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
