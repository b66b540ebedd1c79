package org.kith.directory.imports.repair;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Free text: markup, escapes and broken characters are undone; the words stay as they are. */
public final class Texts {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern TAG = Pattern.compile(
            "</?(a|abbr|b|big|blockquote|br|center|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)\\b[^<>]*>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INVISIBLE = Pattern.compile(
            "<(script|style)\\b[^<>]*>.*?</\\1\\s*>|<!--.*?-->", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern BREAKING =
            Pattern.compile("<(br|hr|/p|/div|/li|/tr|/h[1-6]|/blockquote)\\b[^<>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\uFFFE\\uFFFF]");
    private static final Pattern MOJIBAKE = Pattern.compile("Ã[\\u0080-\\u00BF¡-ÿ]|â€|Â[\\u00A0-\\u00BF]");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("bull", "•"),
            Map.entry("hellip", "…"),
            Map.entry("eacute", "é"),
            Map.entry("ntilde", "ñ"),
            Map.entry("pound", "£"),
            Map.entry("copy", "©"),
            Map.entry("reg", "®"),
            Map.entry("deg", "°"));

    private Texts() {}

    /** Outer white space is dropped without a word, since it says nothing. */
    public static String clean(String raw, String field, Findings findings) {
        if (isPlain(raw)) {
            return raw.replace('\u00A0', ' ').strip();
        }
        String text = withoutControls(raw, field, findings);
        text = withoutMojibake(text, field, findings);
        text = withoutLiteralBreaks(text, field, findings);
        text = withoutMarkup(text, field, findings);
        return text.replace('\u00A0', ' ').strip();
    }

    /** Most texts are, and looking once is much cheaper than looking for each kind of dirt. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean suspicious = c < ' ' && c != '\n' && c != '\t' && c != '\r'
                    || c == 0x7F
                    || c >= 0xFFFE
                    || c == '\\'
                    || c == '<'
                    || c == '&'
                    || c == 'Ã'
                    || c == 'Â'
                    || c == 'â'
                    || Character.isSurrogate(c);
            if (suspicious) {
                return false;
            }
        }
        return true;
    }

    private static String withoutControls(String text, String field, Findings findings) {
        boolean surrogates = hasLoneSurrogate(text);
        if (!surrogates && !CONTROL.matcher(text).find()) {
            return text;
        }
        String now = CONTROL.matcher(text).replaceAll("");
        if (surrogates) {
            now = new String(now.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }
        findings.add(field, "control-character", "Characters that cannot be shown were taken out.", null, now);
        return now;
    }

    private static String withoutMojibake(String text, String field, Findings findings) {
        if (!MOJIBAKE.matcher(text).find()) {
            return text;
        }
        try {
            ByteBuffer bytes = WINDOWS_1252.newEncoder().encode(CharBuffer.wrap(text));
            String now = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            findings.add(field, "mojibake", "The text had been encoded twice; it was read back.", text, now);
            return now;
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    private static String withoutLiteralBreaks(String text, String field, Findings findings) {
        if (!text.contains("\\n") && !text.contains("\\r")) {
            return text;
        }
        String now = text.replace("\\r\\n", "\n").replace("\\n", "\n").replace("\\r", "\n");
        findings.add(field, "literal-newline", "Written-out line breaks were turned into line breaks.", text, now);
        return now;
    }

    private static String withoutMarkup(String text, String field, Findings findings) {
        boolean tags = TAG.matcher(text).find() || INVISIBLE.matcher(text).find();
        if (!tags && !ENTITY.matcher(text).find()) {
            return text;
        }
        String now = INVISIBLE.matcher(text).replaceAll("");
        now = BREAKING.matcher(now).replaceAll("\n");
        now = decodeEntities(TAG.matcher(now).replaceAll(""));
        if (tags) {
            now = now.replaceAll("[ \\t]+\\n", "\n")
                    .replaceAll("\\n{3,}", "\n\n")
                    .strip();
        }
        if (!now.equals(text)) {
            findings.add(field, "html", "Markup was taken out of the text.", text, now);
        }
        return now;
    }

    private static String decodeEntities(String text) {
        Matcher matcher = ENTITY.matcher(text);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(decodeEntity(found.group(1), found.group())));
    }

    private static String decodeEntity(String name, String whole) {
        if (name.startsWith("#")) {
            boolean hex = name.startsWith("#x") || name.startsWith("#X");
            int codePoint = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
            boolean printable = codePoint >= 32
                    && Character.isValidCodePoint(codePoint)
                    && (codePoint > 0xFFFF || !Character.isSurrogate((char) codePoint));
            return printable ? Character.toString(codePoint) : " ";
        }
        return ENTITIES.getOrDefault(name, whole);
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }
}
