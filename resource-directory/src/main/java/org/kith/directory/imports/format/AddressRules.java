package org.kith.directory.imports.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kith.directory.imports.repair.Findings;

/** Addresses: HSDS asks for street, city, state, postal code, country and type of every one. */
final class AddressRules {
    private static final Set<String> TYPES = Set.of("physical", "postal", "virtual");
    private static final Set<String> STATES_WITH_LEADING_ZERO = Set.of("CT", "MA", "ME", "NH", "NJ", "RI", "VT");
    private static final Map<String, String> COUNTRIES = Map.of(
            "USA", "US",
            "U.S.", "US",
            "U.S.A.", "US",
            "UNITED STATES", "US",
            "UNITED STATES OF AMERICA", "US",
            "UK", "GB",
            "UNITED KINGDOM", "GB",
            "ENGLAND", "GB",
            "CANADA", "CA");

    private static final String NOT_GIVEN = "Not given";

    private AddressRules() {}

    static boolean apply(ObjectNode now, Findings findings) {
        boolean says = now.hasNonNull("address_1")
                || now.hasNonNull("address_2")
                || now.hasNonNull("city")
                || now.hasNonNull("postal_code");
        if (!says) {
            findings.add("address_1", "nothing-said", "There is nothing in it to keep.", null, null);
            return false;
        }
        if (!now.hasNonNull("address_1") && now.hasNonNull("address_2")) {
            String line = now.path("address_2").asText();
            now.put("address_1", line).remove("address_2");
            findings.add(
                    "address_1",
                    "address-line-moved",
                    "The first line was empty; the second took its place.",
                    null,
                    line);
        }
        country(now, findings);
        postalCode(now, findings);
        String type = now.path("address_type").asText("").toLowerCase(Locale.ROOT);
        now.put("address_type", TYPES.contains(type) ? type : type.startsWith("mail") ? "postal" : "physical");
        for (String field : new String[] {"address_1", "city", "state_province", "postal_code"}) {
            if (!now.hasNonNull(field)) {
                now.put(field, NOT_GIVEN);
                findings.add(
                        field, "address-incomplete", "HSDS asks for it, the source does not say.", null, NOT_GIVEN);
            }
        }
        return true;
    }

    private static void country(ObjectNode now, Findings findings) {
        String given = now.path("country").asText("").strip();
        String upper = given.toUpperCase(Locale.ROOT);
        if (given.isEmpty()) {
            boolean american = now.path("state_province").asText("").matches("[A-Z]{2}")
                    && now.path("postal_code").asText("").matches("\\d{4,5}(-\\d{4})?");
            now.put("country", american ? "US" : NOT_GIVEN);
            findings.add(
                    "country",
                    american ? "country-assumed" : "address-incomplete",
                    "The country was missing.",
                    null,
                    now.path("country").asText());
        } else {
            // Upper and lower case mean the same country, which is not worth a word.
            now.put("country", COUNTRIES.getOrDefault(upper, upper.length() == 2 ? upper : given));
            if (COUNTRIES.containsKey(upper)) {
                findings.add(
                        "country", "country-code", "The country was put into its code.", given, COUNTRIES.get(upper));
            }
        }
    }

    private static void postalCode(ObjectNode now, Findings findings) {
        String given = now.path("postal_code").asText("");
        boolean lostZero = given.matches("\\d{4}")
                && STATES_WITH_LEADING_ZERO.contains(
                        now.path("state_province").asText("").toUpperCase(Locale.ROOT))
                && now.path("country").asText("").equals("US");
        if (lostZero) {
            now.put("postal_code", "0" + given);
            findings.add(
                    "postal_code", "postal-code-zero", "A spreadsheet had eaten the leading zero.", given, "0" + given);
        }
    }
}
