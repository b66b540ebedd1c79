package org.kith.journeys;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kith.localstack.Part;

/** The steps of a clinic and of a provider, each one request. */
final class Referring {
    /** The HSDS organization id of Hope Center, in the sample and in its accounts. */
    static final String HOPE_CENTER = "6a7f0c1e-52b4-4b7e-9d53-2f0f3c1f9a10";

    private final Http http;
    private final String clinic;

    Referring(Http http, String clinic) {
        this.http = http;
        this.clinic = clinic;
    }

    String newClient() {
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("phone", "+14105550100");
        contact.put("preferred", "phone");
        contact.put("safe_to_call", true);
        contact.put("voicemail_ok", false);
        contact.put("shared_device", false);
        return created(http.post(
                clinic,
                Part.REFERRAL,
                "/v1/clients",
                Map.of("display_name", "R. M.", "language", "en", "contact", contact)));
    }

    String consent(String client) {
        return created(http.post(
                clinic,
                Part.REFERRAL,
                "/v1/clients/" + client + "/consents",
                Map.of(
                        "recipients",
                        List.of(Map.of("organization_id", HOPE_CENTER)),
                        "information",
                        List.of("need", "contact"),
                        "purpose",
                        "referral",
                        "expires_at",
                        "2099-05-22",
                        "given",
                        "verbal",
                        "part2",
                        false)));
    }

    Response draft(String client, String need) {
        return http.post(
                clinic,
                Part.REFERRAL,
                "/v1/referrals",
                Map.of("client_id", client, "need", need, "urgency", "routine"));
    }

    Response submit(String referral, String etag) {
        return http.change(clinic, Part.REFERRAL, "/v1/referrals/" + referral + "/submit", etag, Map.of());
    }

    Response cancel(String referral, String etag) {
        return http.change(
                clinic, Part.REFERRAL, "/v1/referrals/" + referral + "/cancel", etag, Map.of("reason", "withdrawn"));
    }

    Response offer(String referral, String etag, String service) {
        return http.change(
                clinic, Part.REFERRAL, "/v1/referrals/" + referral + "/attempts", etag, Map.of("service_id", service));
    }

    Response read(String referral) {
        return http.as(clinic, Part.REFERRAL).get("/v1/referrals/" + referral);
    }

    static String created(Response response) {
        return response.then().statusCode(201).extract().path("id");
    }
}
