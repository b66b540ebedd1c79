package org.kith.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state with every verb and every actor: what is written here twice, by hand, must be the same. */
class LifecycleTest {
    /** State, verb, next state, and who: S source, C coordinator, P provider, K platform. */
    private static final Set<String> REFERRALS = Set.of(
            "DRAFT SUBMIT SENT SC",
            "SENT REFUSE REFUSED CK",
            "SENT TAKE_UP MATCHING SCK",
            "MATCHING PLACE PLACED P",
            "REROUTING PLACE PLACED P",
            "MATCHING REROUTE REROUTING SCPK",
            "PLACED REROUTE REROUTING SCPK",
            "MATCHING RESOLVE RESOLVED SCP",
            "PLACED RESOLVE RESOLVED SCP",
            "REROUTING RESOLVE RESOLVED SCP",
            "MATCHING CLOSE EXHAUSTED C",
            "PLACED CLOSE EXHAUSTED C",
            "REROUTING CLOSE EXHAUSTED C",
            "SENT CANCEL CANCELLED SCK",
            "MATCHING CANCEL CANCELLED SCK",
            "PLACED CANCEL CANCELLED SCK",
            "REROUTING CANCEL CANCELLED SCK",
            "DRAFT MARK_ERROR ERROR SC",
            "SENT MARK_ERROR ERROR SC",
            "REFUSED MARK_ERROR ERROR SC",
            "MATCHING MARK_ERROR ERROR SC",
            "PLACED MARK_ERROR ERROR SC",
            "REROUTING MARK_ERROR ERROR SC",
            "RESOLVED MARK_ERROR ERROR SC",
            "EXHAUSTED MARK_ERROR ERROR SC",
            "CANCELLED MARK_ERROR ERROR SC");

    private static final Set<String> ATTEMPTS = Set.of(
            "OFFERED VIEW VIEWED P",
            "OFFERED ACCEPT ACCEPTED P",
            "VIEWED ACCEPT ACCEPTED P",
            "OFFERED DECLINE DECLINED P",
            "VIEWED DECLINE DECLINED P",
            "OFFERED EXPIRE EXPIRED K",
            "VIEWED EXPIRE EXPIRED K",
            "ACCEPTED WAITLIST WAITLISTED P",
            "ACCEPTED START IN_SERVICE P",
            "WAITLISTED START IN_SERVICE P",
            "NO_SHOW START IN_SERVICE P",
            "ACCEPTED MISS NO_SHOW P",
            "IN_SERVICE MISS NO_SHOW P",
            "NO_SHOW MISS NO_SHOW P",
            "ACCEPTED MISS_AGAIN FAILED P",
            "IN_SERVICE MISS_AGAIN FAILED P",
            "NO_SHOW MISS_AGAIN FAILED P",
            "ACCEPTED COMPLETE COMPLETED P",
            "IN_SERVICE COMPLETE COMPLETED P",
            "NO_SHOW COMPLETE COMPLETED P",
            "ACCEPTED FAIL FAILED P",
            "WAITLISTED FAIL FAILED P",
            "IN_SERVICE FAIL FAILED P",
            "NO_SHOW FAIL FAILED P",
            "OFFERED WITHDRAW WITHDRAWN SCK",
            "VIEWED WITHDRAW WITHDRAWN SCK",
            "ACCEPTED WITHDRAW WITHDRAWN SCK",
            "WAITLISTED WITHDRAW WITHDRAWN SCK",
            "IN_SERVICE WITHDRAW WITHDRAWN SCK",
            "NO_SHOW WITHDRAW WITHDRAWN SCK");

    @TestFactory
    Stream<DynamicTest> everyVerbOnEveryStateOfAReferralIsAllowedOrRefusedAsWritten() {
        return all(Lifecycle.REFERRAL, ReferralState.values(), ReferralVerb.values(), REFERRALS);
    }

    @TestFactory
    Stream<DynamicTest> everyVerbOnEveryStateOfAnAttemptIsAllowedOrRefusedAsWritten() {
        return all(Lifecycle.ATTEMPT, AttemptState.values(), AttemptVerb.values(), ATTEMPTS);
    }

    @Test
    void noStateIsWithoutAWayIn() {
        Set<ReferralState> referral = EnumSet.of(ReferralState.DRAFT);
        Lifecycle.REFERRAL.forEach(edge -> referral.add(edge.to()));
        Set<AttemptState> attempt = EnumSet.of(AttemptState.OFFERED);
        Lifecycle.ATTEMPT.forEach(edge -> attempt.add(edge.to()));
        assertThat(referral).containsExactlyInAnyOrder(ReferralState.values());
        assertThat(attempt).containsExactlyInAnyOrder(AttemptState.values());
    }

    @Test
    void whatIsOpenCanStillMoveAndWhatIsClosedCannot() {
        for (AttemptState state : AttemptState.values()) {
            boolean moves =
                    Lifecycle.ATTEMPT.stream().anyMatch(edge -> edge.from().contains(state));
            assertThat(moves).as(state.name()).isEqualTo(state.isOpen());
        }
        for (ReferralState state : ReferralState.values()) {
            boolean moves = Lifecycle.REFERRAL.stream()
                    .filter(edge -> edge.verb() != ReferralVerb.MARK_ERROR)
                    .anyMatch(edge -> edge.from().contains(state));
            assertThat(moves).as(state.name()).isEqualTo(state.isOpen());
        }
    }

    @Test
    void taskStatusesMoveOnlyAsTheImplementationGuideAllows() throws IOException {
        Path file = Path.of(System.getProperty("kith.root", "."), "../shared/fhir/lifecycle/transitions.json");
        Assumptions.assumeTrue(Files.exists(file), "no copy of the guide's table here");
        JsonNode guide = new ObjectMapper().readTree(file.toFile());
        Set<String> allowed = new HashSet<>();
        guide.path("transitions")
                .properties()
                .forEach(from -> from.getValue().forEach(to -> allowed.add(from.getKey() + " " + to.asText())));
        List<String> surplus = new ArrayList<>();
        Stream.concat(Lifecycle.REFERRAL.stream(), Lifecycle.ATTEMPT.stream()).forEach(edge -> {
            for (State from : edge.from()) {
                String step = from.taskStatus() + " " + edge.to().taskStatus();
                boolean stays = from.taskStatus().equals(edge.to().taskStatus());
                boolean error = edge.to().taskStatus().equals("entered-in-error");
                if (!stays && !error && !allowed.contains(step)) {
                    surplus.add(step);
                }
            }
        });
        assertThat(surplus).isEmpty();
    }

    private static <S extends Enum<S> & State, V extends Enum<V>> Stream<DynamicTest> all(
            List<Lifecycle.Edge<S, V>> table, S[] states, V[] verbs, Set<String> written) {
        return Arrays.stream(states)
                .flatMap(state -> Arrays.stream(verbs).map(verb -> {
                    String start = state + " " + verb + " ";
                    String row = written.stream()
                            .filter(line -> line.startsWith(start))
                            .findFirst()
                            .orElse("");
                    String name = row.isEmpty() ? start + "is refused" : row;
                    return dynamicTest(name.toLowerCase(Locale.ROOT), () -> check(table, state, verb, row));
                }));
    }

    private static <S extends Enum<S> & State, V extends Enum<V>> void check(
            List<Lifecycle.Edge<S, V>> table, S state, V verb, String row) {
        for (Actor actor : Actor.values()) {
            if (row.isEmpty()) {
                assertThatThrownBy(() -> Lifecycle.choose(table, state, verb, actor))
                        .isInstanceOf(TransitionRefused.class);
            } else if (row.substring(row.lastIndexOf(' ')).indexOf(letter(actor)) < 0) {
                assertThatThrownBy(() -> Lifecycle.choose(table, state, verb, actor))
                        .isInstanceOf(ActorRefused.class);
            } else {
                assertThat(Lifecycle.choose(table, state, verb, actor).to().name())
                        .isEqualTo(row.split(" ")[2]);
            }
        }
        assertThat(table.stream()
                        .filter(edge -> edge.verb() == verb && edge.from().contains(state)))
                .as("one row at most")
                .hasSizeLessThanOrEqualTo(1);
    }

    private static char letter(Actor actor) {
        return switch (actor) {
            case SOURCE -> 'S';
            case COORDINATOR -> 'C';
            case PROVIDER -> 'P';
            case PLATFORM -> 'K';
        };
    }

    @Test
    void eventsAreNamedAsPastFacts() {
        Set<String> events = new TreeSet<>();
        Lifecycle.REFERRAL.forEach(edge -> events.add(edge.event()));
        Lifecycle.ATTEMPT.forEach(edge -> events.add(edge.event()));
        assertThat(events).allMatch(event -> event.matches("(referral|attempt)\\.[a-z-]+"));
    }
}
