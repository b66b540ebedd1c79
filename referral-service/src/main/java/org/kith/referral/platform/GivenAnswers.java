package org.kith.referral.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kith.referral.privacy.MasterKey;
import org.kith.web.Caller;
import org.kith.web.FieldError;
import org.kith.web.Problems;

/**
 * Answers that were given to a POST with an Idempotency-Key, kept in the transaction of what they answer: the effect
 * and the answer are both there, or neither is.
 */
@ApplicationScoped
class GivenAnswers {
    private static final int MAX_KEY = 255;

    private final EntityManager database;
    private final ObjectMapper json;
    private final MasterKey masterKey;
    private final Caller caller;
    private final Clock clock;

    GivenAnswers(EntityManager database, ObjectMapper json, MasterKey masterKey, Caller caller, Clock clock) {
        this.database = database;
        this.json = json;
        this.masterKey = masterKey;
        this.caller = caller;
        this.clock = clock;
    }

    @Nullable
    Object once(String key, String route, InvocationContext call) throws Exception {
        if (key.isBlank() || key.length() > MAX_KEY || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw Problems.malformed(
                    new FieldError("Idempotency-Key", "invalid", "1 to 255 printable characters without spaces"));
        }
        String tenant = caller.organization().orElseGet(caller::subject);
        if (!lock(tenant + '\n' + key + '\n' + route)) {
            throw Problems.conflict("request-in-flight", "A request with this Idempotency-Key is being answered.");
        }
        byte[] hash = masterKey.fingerprint(json.writeValueAsBytes(body(call)));
        Object[] given = find(tenant, key, route);
        if (given != null) {
            if (!Arrays.equals((byte[]) given[0], hash)) {
                throw Problems.problem(
                                422,
                                "idempotency-key-reused",
                                "The Idempotency-Key was used before",
                                "Another request was sent with this Idempotency-Key.")
                        .build();
            }
            return replay((Integer) given[1], (String) given[2], (String) given[3]);
        }
        Object answer = call.proceed();
        keep(tenant, key, route, hash, answer);
        return answer;
    }

    /** Held until the end of the transaction; whoever comes meanwhile does not wait. */
    private boolean lock(String what) {
        return (Boolean) database.createNativeQuery("SELECT pg_try_advisory_xact_lock(hashtextextended(:what, 7))")
                .setParameter("what", what)
                .getSingleResult();
    }

    private @Nullable Object @Nullable [] find(String tenant, String key, String route) {
        List<?> rows = database.createNativeQuery("SELECT request_hash, status, headers, body FROM idempotency"
                        + " WHERE tenant = :tenant AND key = :key AND route = :route")
                .setParameter("tenant", tenant)
                .setParameter("key", key)
                .setParameter("route", route)
                .getResultList();
        return rows.isEmpty() ? null : (Object[]) rows.getFirst();
    }

    private void keep(String tenant, String key, String route, byte[] hash, @Nullable Object answer)
            throws JsonProcessingException {
        if (!(answer instanceof RestResponse<?> response)) {
            throw new IllegalStateException("A POST answers with a RestResponse, so that it can be given again");
        }
        database.flush();
        Map<String, List<String>> headers = new TreeMap<>();
        response.getHeaders()
                .forEach((name, values) -> headers.put(
                        name, values.stream().map(GivenAnswers::text).toList()));
        Object entity = response.getEntity();
        database.createNativeQuery("INSERT INTO idempotency VALUES (:tenant, :key, :route, :hash, :status, :headers,"
                        + " CAST(:body AS text), :now)")
                .setParameter("tenant", tenant)
                .setParameter("key", key)
                .setParameter("route", route)
                .setParameter("hash", hash)
                .setParameter("status", response.getStatus())
                .setParameter("headers", json.writeValueAsString(headers))
                .setParameter("body", entity == null ? null : json.writeValueAsString(entity))
                .setParameter("now", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .executeUpdate();
    }

    private RestResponse<?> replay(int status, String headers, @Nullable String body) throws JsonProcessingException {
        RestResponse.ResponseBuilder<Object> response = RestResponse.ResponseBuilder.create(status);
        json.readValue(headers, new TypeReference<Map<String, List<String>>>() {})
                .forEach((name, values) -> values.forEach(value -> response.header(name, value)));
        if (body != null) {
            response.entity(json.readTree(body));
        }
        return response.build();
    }

    private static String text(Object header) {
        return header instanceof jakarta.ws.rs.core.EntityTag tag ? '"' + tag.getValue() + '"' : header.toString();
    }

    /** What the client said, without what the framework passes along. */
    private static List<@Nullable Object> body(InvocationContext call) {
        List<@Nullable Object> said = new ArrayList<>();
        for (Object parameter : call.getParameters()) {
            if (parameter == null || parameter instanceof Record || parameter instanceof String) {
                said.add(parameter);
            }
        }
        return said;
    }
}
