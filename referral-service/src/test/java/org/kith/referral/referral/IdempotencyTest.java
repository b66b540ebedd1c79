package org.kith.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kith.referral.ServiceTest;

@QuarkusTest
class IdempotencyTest extends ServiceTest {
    private static final String CLINIC = "clinic-riverside";

    @Test
    void theSameKeyAndBodyGetTheSameAnswer() {
        String key = UUID.randomUUID().toString();
        Response first = as(CLINIC).header("Idempotency-Key", key).body(CLIENT).post("/v1/clients");
        Response second = as(CLINIC).header("Idempotency-Key", key).body(CLIENT).post("/v1/clients");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.contentType()).isEqualTo(first.contentType());
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        as(CLINIC)
                .header("Idempotency-Key", key)
                .body(CLIENT)
                .post("/v1/clients")
                .then()
                .statusCode(201);
        as(CLINIC)
                .header("Idempotency-Key", key)
                .body("{\"display_name\": \"Somebody else\"}")
                .post("/v1/clients")
                .then()
                .statusCode(422)
                .body("type", containsString("idempotency-key-reused"));
    }

    @Test
    void aKeyIsGoodForItsOwnTenantAlone() {
        String key = UUID.randomUUID().toString();
        String mine = as(CLINIC)
                .header("Idempotency-Key", key)
                .body(CLIENT)
                .post("/v1/clients")
                .path("id");
        String theirs = as("clinic-hilltop")
                .header("Idempotency-Key", key)
                .body(CLIENT)
                .post("/v1/clients")
                .path("id");
        assertThat(theirs).isNotEqualTo(mine);
    }

    @Test
    void aVerbThatIsRepeatedWithItsKeyIsAnsweredAndNotRefused() {
        String attempt = offered(CLINIC);
        for (int i = 0; i < 2; i++) {
            as("provider-hope")
                    .header("Idempotency-Key", "accept-" + attempt)
                    .body("{}")
                    .post("/v1/attempts/" + attempt + "/accept")
                    .then()
                    .statusCode(200);
        }
        List<String> events =
                as(CLINIC).get("/v1/referrals/" + referralOf(attempt)).path("history.event");
        assertThat(events).containsOnlyOnce("attempt.accepted");
    }

    @Test
    void fiftyEqualRequestsAtOnceMakeOneReferral() throws Exception {
        String client = newClient(CLINIC);
        List<Integer> statuses = atOnce(
                50,
                () -> as(CLINIC)
                        .body(Map.of("client_id", client, "need", "grief"))
                        .post("/v1/referrals")
                        .statusCode());
        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses).containsOnlyOnce(201);
        List<String> ids = as(CLINIC).get("/v1/referrals?client_id=" + client).path("items.id");
        assertThat(ids).hasSize(1);
    }

    @Test
    void fiftyEqualRequestsWithOneKeyMakeOneClient() throws Exception {
        String key = UUID.randomUUID().toString();
        List<String> ids = atOnce(50, () -> {
            Response answer =
                    as(CLINIC).header("Idempotency-Key", key).body(CLIENT).post("/v1/clients");
            return answer.statusCode() == 409 ? "in flight" : answer.path("id");
        });
        assertThat(ids.stream().filter(id -> !id.equals("in flight")).distinct())
                .hasSize(1);
    }

    @Test
    void twentyAcceptsAtOnceMakeOneAccept() throws Exception {
        String attempt = offered(CLINIC);
        List<Integer> statuses =
                atOnce(20, () -> provider(attempt, "accept", "{}").statusCode());
        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
    }

    private static <T> List<T> atOnce(int times, Callable<T> request) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(25)) {
            List<Future<T>> answers = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(request))
                    .toList();
            List<T> all = new java.util.ArrayList<>();
            for (Future<T> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }
}
