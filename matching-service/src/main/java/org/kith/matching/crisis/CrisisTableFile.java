package org.kith.matching.crisis;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.NamedIds;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.Contact;
import org.kith.matching.candidate.Hours;
import org.kith.matching.candidate.ListingStatus;
import org.kith.matching.candidate.Offer;
import org.kith.matching.candidate.Opening;
import org.kith.matching.candidate.OrganizationRef;
import org.kith.matching.candidate.ServiceArea;
import org.kith.matching.candidate.Standing;
import org.kith.matching.candidate.Welcome;
import org.kith.matching.candidate.Whereabouts;
import org.kith.matching.code.Affirming;
import org.kith.matching.code.Approach;
import org.kith.matching.code.Audience;
import org.kith.matching.code.AudienceMode;
import org.kith.matching.code.Capacity;
import org.kith.matching.code.Code;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Codes;
import org.kith.matching.code.Cost;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Flag;
import org.kith.matching.code.Format;
import org.kith.matching.code.Gender;
import org.kith.matching.code.GroupSize;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Need;
import org.kith.matching.code.Requirement;
import org.kith.matching.code.SupportType;
import org.kith.matching.code.TimeOfDay;

/** The table as written; a row becomes a listing like any other, so that it is filtered and shown like one. */
record CrisisTableFile(String version, String about, Map<String, String> emergencyNumbers, List<Row> lines) {

    /** @param hours null where the source states none */
    record Row(
            String key,
            String country,
            String name,
            String organization,
            String description,
            @Nullable String phone,
            @Nullable String text,
            @Nullable String url,
            List<String> needs,
            List<String> audience,
            String audienceMode,
            List<String> languages,
            List<String> formats,
            @Nullable List<String> features,
            @Nullable Times hours,
            @Nullable String role,
            @Nullable List<String> alsoNamed,
            @Nullable Integer ageMax,
            @Nullable String note,
            Source source) {

        CrisisLine line() {
            Set<String> names = Stream.concat(Stream.of(name), alsoNamed == null ? Stream.empty() : alsoNamed.stream())
                    .map(CrisisLine::plain)
                    .collect(Collectors.toUnmodifiableSet());
            CrisisLine.Role part =
                    role == null ? CrisisLine.Role.LINE : CrisisLine.Role.valueOf(role.toUpperCase(Locale.ROOT));
            return new CrisisLine(part, names, languages.contains("*"), candidate());
        }

        private Candidate candidate() {
            Offer offer = new Offer(
                    Kind.CRISIS_LINE,
                    set(Need.class, needs),
                    List.of(),
                    CodeSet.of(SupportType.EMOTIONAL),
                    set(Format.class, formats),
                    GroupSize.ONE_TO_ONE,
                    set(Feature.class, features == null ? List.of() : features),
                    CodeSet.none(Approach.class),
                    Cost.FREE,
                    Capacity.OPEN,
                    null);
            Welcome welcome = new Welcome(
                    set(Audience.class, audience),
                    Codes.find(AudienceMode.class, audienceMode).orElseThrow(),
                    null,
                    ageMax,
                    CodeSet.of(Gender.ANY),
                    null,
                    null,
                    audience.contains("lgbtq") || audience.contains("trans") ? Affirming.YES : Affirming.UNKNOWN,
                    CodeSet.none(Requirement.class),
                    false,
                    languages.stream().filter(tag -> !tag.equals("*")).toList(),
                    List.of());
            @Nullable String where = country.equals("*") ? null : country;
            return new Candidate(
                    NamedIds.of("kith:crisis:" + key),
                    name,
                    new OrganizationRef(
                            NamedIds.of("kith:crisis:organization:" + organization)
                                    .toString(),
                            organization),
                    true,
                    offer,
                    welcome,
                    new Standing(
                            ListingStatus.ACTIVE,
                            source.date() == null ? null : LocalDate.parse(source.date()),
                            CodeSet.none(Flag.class)),
                    new Whereabouts(
                            List.of(),
                            false,
                            where,
                            null,
                            null,
                            null,
                            null,
                            where == null ? List.of() : List.of(new ServiceArea(where, null, where))),
                    hours == null ? new Hours(List.of(), null, CodeSet.none(TimeOfDay.class)) : hours.hours(),
                    contact());
        }

        private Contact contact() {
            List<Contact.Phone> phones = new ArrayList<>();
            if (phone != null) {
                phones.add(new Contact.Phone(phone, null, "voice", null, List.of()));
            }
            if (text != null) {
                phones.add(new Contact.Phone(text, null, "text", null, List.of()));
            }
            return new Contact(phones, null, url);
        }
    }

    /** Opening hours: round the clock where no week is given. */
    record Times(@Nullable String timeZone, @Nullable List<Week> weekly) {
        Hours hours() {
            List<Opening> openings = weekly == null
                    ? List.of(opening(EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.of(23, 59)))
                    : weekly.stream().map(Week::opening).toList();
            return new Hours(openings, timeZone == null ? null : ZoneId.of(timeZone), CodeSet.none(TimeOfDay.class));
        }

        private static Opening opening(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {
            return new Opening(days, null, opens, closes, 1, null, null);
        }

        record Week(List<String> days, String opens, String closes) {
            Opening opening() {
                Set<DayOfWeek> open = Arrays.stream(DayOfWeek.values())
                        .filter(day -> days.contains(day.name().substring(0, 2)))
                        .collect(Collectors.toSet());
                return Times.opening(open, LocalTime.parse(opens), LocalTime.parse(closes));
            }
        }
    }

    /** The public page in which the row was read. */
    record Source(
            String title, @Nullable String url, @Nullable String date) {}

    private static <E extends Enum<E> & Code> CodeSet<E> set(Class<E> list, List<String> codes) {
        return CodeSet.of(
                list,
                codes.stream()
                        .map(code -> Codes.find(list, code).orElseThrow(() -> new IllegalArgumentException(code)))
                        .toList());
    }
}
