package org.kith.referral.platform;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Interceptor
@Recorded
// After validation, so that nothing is begun for a body that is refused.
@Priority(Interceptor.Priority.PLATFORM_AFTER + 900)
class RecordedInterceptor {
    private final EntityManager database;
    private final AuditTrail audit;
    private final GivenAnswers answers;
    private final UriInfo uri;
    private final HttpHeaders headers;
    private final jakarta.ws.rs.core.Request request;

    RecordedInterceptor(
            EntityManager database,
            AuditTrail audit,
            GivenAnswers answers,
            UriInfo uri,
            HttpHeaders headers,
            jakarta.ws.rs.core.Request request) {
        this.database = database;
        this.audit = audit;
        this.answers = answers;
        this.uri = uri;
        this.headers = headers;
        this.request = request;
    }

    @AroundInvoke
    @Nullable
    Object around(InvocationContext call) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            String key = headers.getHeaderString("Idempotency-Key");
            boolean idempotent = key != null && request.getMethod().equals(HttpMethod.POST);
            Object answer = idempotent ? answers.once(key, uri.getPath(), call) : call.proceed();
            // What the database refuses, it shall refuse before anybody is told of success.
            database.flush();
            int status = answer instanceof RestResponse<?> response ? response.getStatus() : 200;
            audit.append(request.getMethod(), uri.getPath(), status);
            return answer;
        });
    }
}
