package org.kith.directory.imports.repair;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.DomainValidator;
import org.jspecify.annotations.Nullable;

/**
 * E-mail addresses: spaces, "mailto:" and lists are undone; what is no address, or ends in a domain that does not exist
 * ("umd.ed"), is left out.
 */
public final class Emails {
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64})*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}");

    private static final Set<String> RESERVED = Set.of("example", "test", "invalid");

    private Emails() {}

    public static @Nullable String read(String raw, String field, Findings findings) {
        String text = raw.strip();
        String found = first(text.replaceFirst("(?i)^mailto:\\s*", ""));
        String joined = text.replaceAll("\\s*([@.])\\s*", "$1").replaceAll("@{2,}", "@");
        String email = found == null ? first(joined) : found;
        if (email == null) {
            findings.add(field, "not-an-email", "This is no e-mail address; it was left out.", raw, null);
            return null;
        }
        long count = ADDRESS.matcher(text).results().count();
        if (count > 1) {
            findings.add(
                    field, "several-emails", "Several addresses stood in one place; the first is kept.", raw, email);
        } else if (!email.equals(text)) {
            findings.add(field, "email-repaired", "The address was mistyped.", raw, email);
        }
        return email;
    }

    /** Names that are reserved for examples are nobody's mistake. */
    private static boolean exists(String topLevelDomain) {
        return RESERVED.contains(topLevelDomain)
                || DomainValidator.getInstance().isValidTld(topLevelDomain);
    }

    private static @Nullable String first(String text) {
        List<String> found =
                ADDRESS.matcher(text).results().map(MatchResult::group).toList();
        return found.stream()
                .map(address -> address.replaceAll("^[.'/]+", ""))
                .filter(address -> !address.startsWith("@") && !address.contains(".."))
                .filter(address -> exists(address.substring(address.lastIndexOf('.') + 1)))
                .findFirst()
                .orElse(null);
    }
}
