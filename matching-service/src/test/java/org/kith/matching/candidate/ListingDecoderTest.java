package org.kith.matching.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kith.matching.code.AudienceMode;
import org.kith.matching.code.Capacity;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Format;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Need;
import org.kith.matching.code.TimeOfDay;

class ListingDecoderTest {
    private static final String ID = "6a7f0c1e-52b4-4b7e-9d53-2f0f3c1f9a11";

    @Test
    void aListingWithoutCodesStillDecodes() {
        Candidate bare = decode("{'id':'%s','name':'Food pantry','status':'active'}");

        assertThat(bare.coded()).isFalse();
        assertThat(bare.offer().kind()).isNull();
        assertThat(bare.offer().formats().isEmpty()).isTrue();
        assertThat(bare.welcome().audienceMode()).isEqualTo(AudienceMode.GENERAL);
        assertThat(bare.standing().assured()).isNull();
    }

    @Test
    void anIdIsAllThatItInsistsOn() {
        assertThatThrownBy(() -> decode("{'name':'Nameless'}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> decode("[not json")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsOurCodesFromTheAttributesAndIgnoresOthers() {
        Candidate group = decode("""
                {'id':'%s','name':'Circle','status':'active','assured_date':'2026-10-01','minimum_age':18,
                 'languages':[{'code':'es-MX'},{'code':'eng'}],
                 'organization':{'id':'ORG-1','name':'Hope Center'},
                 'attributes':[
                  {'taxonomy_term':{'taxonomy':'kith:kind','code':'support_group'}},
                  {'taxonomy_term':{'taxonomy':'kith:need','code':'grief'}},
                  {'taxonomy_term':{'taxonomy':'kith:need','code':'no_such_need'}},
                  {'taxonomy_term':{'taxonomy':'kith:interpreter','code':'interpreter'},'value':'ht'},
                  {'taxonomy_term':{'taxonomy':'kith:capacity','code':'waitlist'},'value':'21'},
                  {'taxonomy_term':{'taxonomy':'other','code':'helpline'}}]}""");

        assertThat(group.offer().kind()).isEqualTo(Kind.SUPPORT_GROUP);
        assertThat(group.offer().needs()).isEqualTo(CodeSet.of(Need.GRIEF));
        assertThat(group.offer().capacity()).isEqualTo(Capacity.WAITLIST);
        assertThat(group.offer().waitDays()).isEqualTo(21);
        assertThat(group.welcome().languages()).containsExactly("en", "es");
        assertThat(group.welcome().interpreters()).containsExactly("ht");
        assertThat(group.welcome().minimumAge()).isEqualTo(18);
        assertThat(group.standing().assured()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(group.organization()).isEqualTo(new OrganizationRef("org-1", "Hope Center"));
    }

    @Test
    void havingAPlaceIsBeingThereInPerson() {
        Candidate club = decode("""
                {'id':'%s','name':'Chess','service_at_locations':[{'location':{'latitude':39.29,'longitude':-76.61,
                 'attributes':[{'taxonomy_term':{'taxonomy':'kith:feature','code':'wheelchair'}}],
                 'addresses':[{'city':'Baltimore','state_province':'Maryland','country':'US'}]}}]}""");

        assertThat(club.offer().formats()).isEqualTo(CodeSet.of(Format.IN_PERSON));
        assertThat(club.whereabouts().places()).containsExactly(new Place(39.29, -76.61));
        assertThat(club.whereabouts().region()).isEqualTo("MD");
        assertThat(club.offer().features().has(Feature.WHEELCHAIR)).isTrue();
    }

    @Test
    void aConfidentialPlaceIsForgottenEvenIfTheDocumentTellsIt() {
        Candidate shelter = decode("""
                {'id':'%s','name':'Shelter','attributes':[
                  {'taxonomy_term':{'taxonomy':'kith:feature','code':'confidential_location'}}],
                 'service_at_locations':[{'location':{'latitude':39.29,'longitude':-76.61,
                 'addresses':[{'address_1':'1 Secret St','city':'Baltimore','state_province':'MD','country':'US'}]}}]}""");

        assertThat(shelter.whereabouts().places()).isEmpty();
        assertThat(shelter.toString()).doesNotContain("Secret").doesNotContain("39.29");
        assertThat(shelter.whereabouts().country()).isEqualTo("US");
    }

    @Test
    void knowsCountriesAndRegionsByCodeAndByName() {
        Candidate line = decode("""
                {'id':'%s','name':'Line','service_areas':[{'name':'US-MD'},{'name':'Virginia'},{'name':'Fallowmere County'}]}""");

        assertThat(line.whereabouts().areas())
                .containsExactly(
                        new ServiceArea("US", "MD", "US-MD"),
                        new ServiceArea("US", "VA", "Virginia"),
                        new ServiceArea(null, null, "Fallowmere County"));
    }

    @Test
    void aDailyScheduleAllDayIsAlwaysOpenWhateverTheZone() {
        Candidate line = decode("""
                {'id':'%s','name':'Line','schedules':[{'freq':'WEEKLY','byday':'MO,TU,WE,TH,FR,SA,SU',
                 'opens_at':'00:00','closes_at':'23:59'}]}""");

        assertThat(line.hours().isOpenAt(Instant.parse("2026-11-22T03:00:00Z"))).contains(true);
        assertThat(line.hours().times().size()).isEqualTo(3);
    }

    @Test
    void opensInTheTimeZoneOfItsRegionSummerTimeIncluded() {
        Candidate group = decode("""
                {'id':'%s','name':'Group','service_areas':[{'name':'US-MD'}],
                 'schedules':[{'freq':'WEEKLY','byday':'TU','opens_at':'18:30','closes_at':'20:00','timezone':-5}]}""");

        assertThat(group.hours().isOpenAt(Instant.parse("2026-11-24T23:45:00Z")))
                .contains(true);
        assertThat(group.hours().isOpenAt(Instant.parse("2026-07-07T22:45:00Z")))
                .contains(true);
        assertThat(group.hours().isOpenAt(Instant.parse("2026-11-24T15:00:00Z")))
                .contains(false);
        assertThat(group.hours().nextOpening(Instant.parse("2026-11-22T18:00:00Z")))
                .contains(Instant.parse("2026-11-24T23:30:00Z"));
        assertThat(group.hours().times()).isEqualTo(CodeSet.of(TimeOfDay.EVENING));
    }

    @Test
    void theSecondTuesdayOfAMonthIsOnlyThat() {
        Candidate group = decode("""
                {'id':'%s','name':'Group','service_areas':[{'name':'US-MD'}],
                 'schedules':[{'freq':'MONTHLY','byday':'2TU','opens_at':'10:00','closes_at':'12:00'}]}""");

        assertThat(group.hours().isOpenAt(Instant.parse("2026-11-10T16:00:00Z")))
                .contains(true);
        assertThat(group.hours().isOpenAt(Instant.parse("2026-11-17T16:00:00Z")))
                .contains(false);
    }

    @Test
    void withoutAKnownZoneNobodyClaimsToKnowWhetherItIsOpen() {
        Candidate line = decode("""
                {'id':'%s','name':'Line','schedules':[{'byday':'MO','opens_at':'09:00','closes_at':'17:00'}]}""");

        assertThat(line.hours().isOpenAt(Instant.parse("2026-11-23T12:00:00Z"))).isEmpty();
    }

    private static Candidate decode(String json) {
        String document = json.replace("%s", ID).replace('\'', '"');
        return new ListingDecoder().decode(document.getBytes(StandardCharsets.UTF_8));
    }
}
