package org.kith.directory.imports.repair;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Languages by their English names, as directories list them. */
public final class Languages {
    private static final Map<String, String> CODES = codes();

    private Languages() {}

    /**
     * "Spanish, ASL." → es, ase. Null when the text is more than a list of languages, such as "Accommodations possible".
     */
    public static @Nullable Map<String, String> readList(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String part : text.split("(?i)[,;/&|\\n]+|\\band\\b|\\.(?=\\s)")) {
            String name = part.replaceAll("[.\\s]+$", "").strip();
            if (name.isEmpty()) {
                continue;
            }
            String code = codeOf(name);
            if (code == null) {
                return null;
            }
            found.put(code, name);
        }
        return found.isEmpty() ? null : found;
    }

    public static @Nullable String codeOf(String name) {
        String key = name.strip().toLowerCase(Locale.ROOT).replace(".", "");
        if (key.matches("[a-z]{2,3}(-[a-z0-9]{2,8})*") && isKnownCode(key)) {
            return name.strip();
        }
        return CODES.get(key);
    }

    private static boolean isKnownCode(String key) {
        String language = key.split("-", 2)[0];
        return !Locale.of(language).getDisplayLanguage(Locale.ENGLISH).equals(language);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (String code : Locale.getISOLanguages()) {
            codes.put(Locale.of(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
        }
        codes.put("american sign language", "ase");
        codes.put("asl", "ase");
        codes.put("sign language", "sgn");
        codes.put("mandarin", "cmn");
        codes.put("cantonese", "yue");
        codes.put("farsi", "fa");
        codes.put("tagalog", "tl");
        codes.put("creole", "ht");
        codes.put("haitian creole", "ht");
        codes.put("español", "es");
        codes.put("espanol", "es");
        codes.put("hmong", "hmn");
        codes.put("bsl", "bfi");
        codes.put("british sign language", "bfi");
        return codes;
    }
}
