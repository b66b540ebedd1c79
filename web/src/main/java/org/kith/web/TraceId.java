package org.kith.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Gives each request a W3C trace id, which its log lines and its problems carry. */
@ApplicationScoped
public class TraceId implements ProblemPostProcessor {
    private static final String KEY = "traceId";
    private static final Pattern TRACE_PARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    @ServerRequestFilter(preMatching = true)
    public void remember(ContainerRequestContext request) {
        String parent = request.getHeaderString("traceparent");
        Matcher matcher = TRACE_PARENT.matcher(parent == null ? "" : parent);
        MDC.put(KEY, matcher.matches() ? matcher.group(1) : newId());
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        return on(problem);
    }

    /** The problem with the trace id of the current request. */
    static HttpProblem on(HttpProblem problem) {
        Object id = MDC.get(KEY);
        return HttpProblem.builder(problem)
                .with("trace_id", id == null ? newId() : id)
                .build();
    }

    static String newId() {
        byte[] bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
