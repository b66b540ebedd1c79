package org.kith.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Puts our own words on what the framework refuses; the library's mappers would answer without naming the field. */
public class ProblemMappers {
    private static final int FIRST = 1;
    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    // One by one: the library maps some of these itself, and the closest type wins before any priority.
    @ServerExceptionMapper(
            value = {
                JacksonException.class,
                JsonProcessingException.class,
                MismatchedInputException.class,
                InvalidFormatException.class,
                UnrecognizedPropertyException.class
            },
            priority = FIRST)
    public Response unreadable(JacksonException failure) {
        return respond(UnreadableBody.problem(failure));
    }

    @ServerExceptionMapper(
            value = {WebApplicationException.class, NotFoundException.class, jakarta.ws.rs.ForbiddenException.class},
            priority = FIRST)
    public Response web(WebApplicationException failure) {
        if (failure.getCause() instanceof JacksonException unreadable) {
            return respond(UnreadableBody.problem(unreadable));
        }
        int status = failure.getResponse().getStatus();
        Response.StatusType info = failure.getResponse().getStatusInfo();
        HttpProblem problem = switch (status) {
            case 404 -> Problems.notFound();
            default ->
                Problems.problem(
                                status,
                                info.getReasonPhrase()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace(' ', '-'),
                                info.getReasonPhrase(),
                                info.getReasonPhrase() + ".")
                        .build();
        };
        Response.ResponseBuilder response = Response.fromResponse(respond(problem));
        failure.getResponse().getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> response.header(name, value));
            }
        });
        return response.build();
    }

    @ServerExceptionMapper(value = ConstraintViolationException.class, priority = FIRST)
    public Response invalid(ConstraintViolationException failure) {
        List<FieldError> errors = failure.getConstraintViolations().stream()
                .map(ProblemMappers::error)
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
        return respond(Problems.invalid(errors));
    }

    @ServerExceptionMapper(
            value = {
                UnauthorizedException.class,
                AuthenticationFailedException.class,
                AuthenticationCompletionException.class
            },
            priority = FIRST)
    public Response unauthenticated() {
        HttpProblem problem = Problems.problem(401, "unauthorized", "Unauthorized", "A valid token is needed.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
        return respond(problem);
    }

    @ServerExceptionMapper(value = ForbiddenException.class, priority = FIRST)
    public Response forbidden() {
        return respond(Problems.forbidden("Your role does not allow this."));
    }

    private static Response respond(HttpProblem problem) {
        return TraceId.on(problem).toResponse();
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        String annotation = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        String code = annotation.startsWith("Not") ? "required" : "out-of-range";
        return new FieldError(pointer(violation.getPropertyPath()), code, violation.getMessage());
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() == ElementKind.PROPERTY) {
                step(pointer, node.getIndex());
                step(pointer, SNAKE_CASE.translate(node.getName()));
            } else if (node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                step(pointer, node.getIndex());
            }
        }
        return pointer.isEmpty() ? SNAKE_CASE.translate(parameter) : pointer.toString();
    }

    private static void step(StringBuilder pointer, @org.jspecify.annotations.Nullable Object step) {
        if (step != null) {
            pointer.append('/').append(step);
        }
    }
}
