package org.kith.directory.imports.repair;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Web addresses: a missing or mistyped scheme is put right, what is no address at all is left out. */
public final class Urls {
    private static final Pattern SCHEME = Pattern.compile("^[hH][tT]{1,3}[pP]([sS]?)\\s*[:;]?\\s*[/\\\\]{1,3}\\s*");
    private static final Pattern HOST =
            Pattern.compile("^[\\p{L}\\d]([\\p{L}\\d_-]*\\.)+[\\p{L}]{2,24}\\.?(:\\d{1,5})?$");

    private Urls() {}

    public static @Nullable String read(String raw, String field, Findings findings) {
        String text = raw.strip().replaceAll("^[<\"'(]+|[>\"',;)]+$", "").strip();
        String first = text.split("[\\s,;]+(?=(?i:https?:|www\\.))|\\s+(?:or|and)\\s+", 2)[0].strip();
        String rest = SCHEME.matcher(first).replaceFirst("");
        boolean schemed = !rest.equals(first);
        String scheme = schemed
                        && SCHEME.matcher(first)
                                .results()
                                .anyMatch(r -> !r.group(1).isEmpty())
                ? "https"
                : "http";
        rest = rest.replaceAll("^(?i:https?:?//)+", "").replace(" ", schemed && rest.contains("/") ? "%20" : "");
        String host = rest.split("[/?#]", 2)[0];
        String url = isUri(scheme + "://" + rest) ? scheme + "://" + rest : scheme + "://" + escaped(rest);
        if (!HOST.matcher(host).matches() || !isUri(url)) {
            findings.add(field, "not-a-url", "This is no web address; it was left out.", raw, null);
            return null;
        }
        if (!first.equals(text)) {
            findings.add(field, "several-urls", "Several addresses stood in one place; the first is kept.", raw, url);
        } else if (!url.equals(raw.strip())) {
            findings.add(
                    field,
                    schemed ? "url-repaired" : "url-without-scheme",
                    schemed ? "The address was mistyped." : "The address had no scheme.",
                    raw,
                    url);
        }
        return url;
    }

    private static boolean isUri(String url) {
        try {
            String host = new URI(url).getHost();
            return host != null && host.contains(".");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Percent-encodes what a URI may not hold, and leaves the host alone but for its case. */
    private static String escaped(String rest) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (c > 0x20 && c < 0x7F && "\"<>\\^`{|}[]".indexOf(c) < 0) {
                text.append(c);
            } else {
                for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    text.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
                }
            }
        }
        return text.toString();
    }
}
