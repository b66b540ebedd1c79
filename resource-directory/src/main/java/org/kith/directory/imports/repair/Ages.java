package org.kith.directory.imports.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ages that a sentence about eligibility states, when it states one thing only. "Adults 18 and older" is certain;
 * "ages 5-11, teens 12-18" or "seniors 60 and older, or disabled" is not.
 */
public record Ages(@Nullable Integer minimum, @Nullable Integer maximum) {
    private static final String YEARS = "(?:\\s*(?:years?|yrs?)(?:[\\s-]+old|\\s+of\\s+age)?(?:\\s+of\\s+age)?)?,?";
    private static final Pattern RANGE = Pattern.compile(
            "(?i)\\bage[sd]?:?\\s*(\\d{1,2}|birth)\\s*(?:years?\\s*)?(?:-|–|to|through|thru)\\s*(\\d{1,2})\\b(?!\\s*(?:months?|weeks?|days?|%))");
    private static final Pattern FROM = Pattern.compile("(?i)(?<![-–$.\\d])\\b(?:aged?s?\\s*)?(\\d{1,2})" + YEARS
            + "\\s*(?:\\+|(?:and|&|or)\\s+(?:older|over|above|up)\\b)");
    private static final Pattern OVER = Pattern.compile(
            "(?i)\\b(?:at least|minimum age(?: of| is)?:?)\\s+(\\d{1,2})\\b(?=\\s*(?:years?\\s+(?:old|of age)|$|[.,;]))");
    private static final Pattern UNDER = Pattern.compile(
            "(?i)\\b(?:under|below|younger than)\\s+(?:the\\s+age\\s+of\\s+|age\\s+)?(\\d{1,2})\\b(?=\\s*(?:years?\\s+(?:old|of age)|$|[.,;]))");
    private static final Pattern BARE_NUMBER = Pattern.compile("(?<![$\\d.,])\\b\\d{1,2}\\b(?![%\\d])");
    /** Whoever says this may also take others, and a wrong limit would keep them away. */
    private static final Pattern OTHERS = Pattern.compile("(?i)\\b(?:spouse|parent|caregiver|sibling|guardian|unless"
            + "|except|disab|primarily|mainly|mostly|usually|prefer|anyone|everyone|any age|all ages|pregnant|postpartum"
            + "|expectant|famil|and their|or\\s+(?:their|those|persons|people|are|who)|months?|weeks?)");

    private static final Pattern YOUNG =
            Pattern.compile("(?i)\\b(?:child|youth|teen|adolescen|minors?\\b|infant|bab(?:y|ies)|students?)");

    /** Null when the text says nothing about age, or more than can be put in two numbers. */
    public static @Nullable Ages read(String text) {
        List<Ages> found = new ArrayList<>();
        int numbers = 0;
        for (Pattern pattern : List.of(RANGE, FROM, OVER, UNDER)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                found.add(of(pattern, matcher));
                numbers += pattern == RANGE ? 2 : 1;
            }
        }
        long bareNumbers = BARE_NUMBER.matcher(text).results().count();
        boolean one = found.stream().distinct().count() == 1;
        if (!one || OTHERS.matcher(text).find() || bareNumbers > numbers) {
            return null;
        }
        Ages ages = found.getFirst();
        if (ages.maximum == null && YOUNG.matcher(text).find()) {
            return null;
        }
        boolean sensible = ages.minimum == null || ages.maximum == null || ages.minimum <= ages.maximum;
        return sensible ? ages : null;
    }

    /** "18 to 24", "18 and older", "up to 17". */
    public String spoken() {
        if (minimum == null) {
            return "up to " + maximum;
        }
        return maximum == null ? minimum + " and older" : minimum + " to " + maximum;
    }

    private static Ages of(Pattern pattern, Matcher matcher) {
        if (pattern == RANGE) {
            String from = matcher.group(1);
            return new Ages(
                    from.equalsIgnoreCase("birth") ? 0 : Integer.parseInt(from), Integer.parseInt(matcher.group(2)));
        }
        int age = Integer.parseInt(matcher.group(1));
        return pattern == UNDER ? new Ages(null, age - 1) : new Ages(age, null);
    }
}
