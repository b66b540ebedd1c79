package org.kith.hsdscheck;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the envelope says of the first, the middle, the last page, and of one after the last. */
final class Paging implements Check {
    private static final String CHECK = "pages";

    @Override
    public void look(Survey survey) {
        Endpoint endpoint = survey.endpoint();
        if (!endpoint.takes("page") || !endpoint.takes("per_page")) {
            return;
        }
        long size = Math.clamp((survey.total() + 2) / 3, 1, survey.session().sample());
        Sheet first = page(survey, 1, size);
        if (first == null) {
            return;
        }
        if (first.total().isEmpty()) {
            survey.report()
                    .warning(CHECK, first.url(), "/total_items", "Without total_items nobody can page to the end.");
            return;
        }
        long total = first.total().getAsLong();
        if (first.items().size() < Math.min(size, total)) {
            survey.report()
                    .error(
                            CHECK,
                            first.url(),
                            "/contents",
                            "%d entities where %d were asked for and there are %d."
                                    .formatted(first.items().size(), size, total));
            return;
        }
        long pages = (total + size - 1) / size;
        says(survey, first, 1, size, total);
        Set<String> seen = new HashSet<>(first.ids());
        Set<Long> numbers = new TreeSet<>(List.of(2L, (pages + 1) / 2, pages));
        numbers.removeIf(n -> n < 2 || n > pages);
        for (long number : numbers) {
            Sheet sheet = page(survey, number, size);
            if (sheet == null) {
                continue;
            }
            says(survey, sheet, number, size, total);
            for (String id : sheet.ids()) {
                if (!seen.add(id)) {
                    survey.report()
                            .error(CHECK, sheet.url(), "/contents", "An entity stands on more than one page: " + id);
                    break;
                }
            }
        }
        beyond(survey, pages + 1, size, total);
    }

    private static @Nullable Sheet page(Survey survey, long number, long size) {
        return survey.session()
                .list(survey.endpoint(), Params.of("per_page", size).and("page", number));
    }

    private static void says(Survey survey, Sheet sheet, long number, long size, long total) {
        long pages = (total + size - 1) / size;
        int there = sheet.items().size();
        survey.report().looked(CHECK);
        number(survey, sheet, "page_number", number);
        number(survey, sheet, "size", there);
        number(survey, sheet, "total_items", total);
        number(survey, sheet, "total_pages", pages);
        flag(survey, sheet, "first_page", number == 1);
        flag(survey, sheet, "last_page", number == pages);
        flag(survey, sheet, "empty", there == 0);
        long expected = number < pages ? size : total - size * (pages - 1);
        if (there != expected) {
            survey.report()
                    .error(
                            CHECK,
                            sheet.url(),
                            "/contents",
                            "%d entities where page %d of %d has %d.".formatted(there, number, pages, expected));
        }
    }

    private static void number(Survey survey, Sheet sheet, String field, long expected) {
        OptionalLong said = sheet.number(field);
        if (said.isEmpty()) {
            survey.report().warning(CHECK, sheet.url(), "/" + field, "The page does not say its " + field + ".");
        } else if (said.getAsLong() != expected) {
            survey.report()
                    .error(
                            CHECK,
                            sheet.url(),
                            "/" + field,
                            "Says %d where it is %d.".formatted(said.getAsLong(), expected));
        }
    }

    private static void flag(Survey survey, Sheet sheet, String field, boolean expected) {
        if (!sheet.body().has(field)) {
            survey.report().warning(CHECK, sheet.url(), "/" + field, "The page does not say its " + field + ".");
        } else if (sheet.body().path(field).asBoolean() != expected) {
            survey.report()
                    .error(CHECK, sheet.url(), "/" + field, "Says %b where it is %b.".formatted(!expected, expected));
        }
    }

    /** An empty page, or that there is none. */
    private static void beyond(Survey survey, long number, long size, long total) {
        Params params = Params.of("per_page", size).and("page", number);
        int status = survey.session()
                .http()
                .get(survey.endpoint().path() + params.query())
                .status();
        survey.report().looked(CHECK);
        if (status == 404) {
            return;
        }
        Sheet sheet = page(survey, number, size);
        if (sheet == null) {
            return;
        }
        if (!sheet.items().isEmpty()) {
            survey.report().error(CHECK, sheet.url(), "/contents", "There are entities after the last page.");
        }
        flag(survey, sheet, "empty", true);
        flag(survey, sheet, "first_page", false);
        number(survey, sheet, "total_items", total);
        number(survey, sheet, "size", 0);
    }
}
