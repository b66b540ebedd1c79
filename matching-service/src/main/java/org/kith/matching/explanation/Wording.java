package org.kith.matching.explanation;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Sentences for people, in the language that they read. The bundles name no diagnosis and no identity, so that a
 * sentence may stand on a screen that others see.
 */
public final class Wording {
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private Wording(Locale locale) {
        bundle = ResourceBundle.getBundle("messages.wording", locale, NO_FALLBACK);
    }

    /** The first language of the list that we write; English where there is none. */
    public static Wording in(List<Locale> acceptable) {
        Locale chosen = acceptable.stream()
                .map(locale -> Locale.forLanguageTag(locale.getLanguage()))
                .filter(SPOKEN::contains)
                .findFirst()
                .orElse(Locale.ENGLISH);
        return new Wording(chosen.equals(Locale.ENGLISH) ? Locale.ROOT : chosen);
    }

    public static Wording english() {
        return in(List.of());
    }

    /** The sentence, or a general one of its group where the bundle has none for this code. */
    public String say(String group, String code, Object... arguments) {
        String exact = group + '.' + code;
        String key = bundle.containsKey(exact) ? exact : group + ".other";
        if (!bundle.containsKey(key)) {
            throw new MissingResourceException("No sentence " + exact, "messages.wording", exact);
        }
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
    }
}
