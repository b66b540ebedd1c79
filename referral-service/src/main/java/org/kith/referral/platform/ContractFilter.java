package org.kith.referral.platform;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Completes the contract with what is the same everywhere: the refusals, the headers, and the examples of
 * {@code openapi-examples.json}. Said once here, so that no operation forgets it.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {
    private static final String JSON = "application/json";

    private record Refusal(String status, String name, String slug, String description) {}

    private static final Refusal MALFORMED =
            new Refusal("400", "Malformed", "malformed-request", "The request cannot be read.");
    private static final Refusal UNAUTHORIZED =
            new Refusal("401", "Unauthorized", "unauthorized", "No token, or one that is not good here.");
    private static final Refusal FORBIDDEN =
            new Refusal("403", "Forbidden", "forbidden", "The role does not allow it.");
    private static final Refusal NOT_FOUND =
            new Refusal("404", "NotFound", "not-found", "There is nothing here, or it is somebody else's.");
    private static final Refusal CONFLICT = new Refusal(
            "409", "Conflict", "transition-refused", "Its state, a duplicate, or a missing consent does not allow it.");
    private static final Refusal STALE =
            new Refusal("412", "PreconditionFailed", "precondition-failed", "It has changed since it was read.");
    private static final Refusal TOO_LARGE =
            new Refusal("413", "TooLarge", "too-large", "The body is larger than 256 KB.");
    private static final Refusal INVALID =
            new Refusal("422", "Invalid", "invalid-request", "The request says something impossible; see errors.");
    private static final Refusal UNCONDITIONAL =
            new Refusal("428", "PreconditionRequired", "precondition-required", "If-Match is needed.");
    private static final List<Refusal> ALL =
            List.of(MALFORMED, UNAUTHORIZED, FORBIDDEN, NOT_FOUND, CONFLICT, STALE, TOO_LARGE, INVALID, UNCONDITIONAL);

    /** Of one operation. {@code status} where it is not 200. */
    private record Example(
            @Nullable String status,
            @Nullable Object request,
            @Nullable Object response) {}

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        components(contract);
        Map<String, Example> examples = examples();
        contract.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    refusals(path, method, operation);
                    headers(method, operation);
                    Example example = examples.get(method + " " + path);
                    if (example != null) {
                        show(operation, example);
                    }
                }));
    }

    private static void components(OpenAPI contract) {
        Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        Schema problem = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("RFC 9457. The type is stable; nothing that was sent is quoted.")
                .addProperty("type", text)
                .addProperty("title", text)
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text)
                .addProperty("trace_id", text)
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema()
                                        .addType(Schema.SchemaType.OBJECT)
                                        .addProperty("pointer", text)
                                        .addProperty("code", text)
                                        .addProperty("detail", text)));
        contract.getComponents().addSchema("Problem", problem);
        for (Refusal refusal : ALL) {
            contract.getComponents().addResponse(refusal.name(), response(refusal));
        }
        contract.getComponents()
                .addParameter(
                        "IdempotencyKey",
                        OASFactory.createParameter()
                                .name("Idempotency-Key")
                                .in(Parameter.In.HEADER)
                                .description("1 to 255 printable characters. The same key and body get the same answer;"
                                        + " another body 422, one that is still being answered 409.")
                                .schema(OASFactory.createSchema()
                                        .addType(Schema.SchemaType.STRING)
                                        .maxLength(255))
                                .example("3f0c1a58-6a0b-4c0e-9d55-8f2b1c7e9a10"));
    }

    private static APIResponse response(Refusal refusal) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                .example(example(refusal)));
        return OASFactory.createAPIResponse().description(refusal.description()).content(content);
    }

    private static Map<String, Object> example(Refusal refusal) {
        // Always in the same order: the contract is compared byte for byte.
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:kith:problem:" + refusal.slug());
        problem.put("status", Integer.valueOf(refusal.status()));
        problem.put("detail", refusal.description());
        return problem;
    }

    private static void refusals(String path, PathItem.HttpMethod method, Operation operation) {
        boolean read = method == PathItem.HttpMethod.GET;
        refuse(operation, MALFORMED, true);
        refuse(operation, UNAUTHORIZED, true);
        refuse(operation, FORBIDDEN, true);
        refuse(operation, NOT_FOUND, path.contains("{"));
        refuse(operation, CONFLICT, method == PathItem.HttpMethod.POST);
        refuse(operation, STALE, !read && path.contains("{"));
        refuse(operation, TOO_LARGE, operation.getRequestBody() != null);
        refuse(operation, INVALID, operation.getRequestBody() != null || operation.getParameters() != null);
        refuse(
                operation,
                UNCONDITIONAL,
                method == PathItem.HttpMethod.DELETE || path.equals("/v1/clients/{id}") && !read);
    }

    private static void refuse(Operation operation, Refusal refusal, boolean possible) {
        operation.getResponses().removeAPIResponse(refusal.status());
        if (possible) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            refusal.status(),
                            OASFactory.createAPIResponse().ref("#/components/responses/" + refusal.name()));
        }
    }

    private static void headers(PathItem.HttpMethod method, Operation operation) {
        if (method == PathItem.HttpMethod.POST) {
            operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/IdempotencyKey"));
        }
        for (Parameter parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
            if (parameter.getDescription() == null && parameter.getRef() == null) {
                parameter.setDescription(describe(parameter.getName()));
            }
        }
    }

    private static String describe(String parameter) {
        return switch (parameter) {
            case "If-Match" -> "The ETag that was read.";
            case "cursor" -> "`next` of the page before.";
            case "limit" -> "How many at most.";
            case "id" -> "Its id.";
            case "state" -> "Only these states; may be repeated.";
            default -> "Only those with this " + parameter.replace('_', ' ') + ".";
        };
    }

    private static void show(Operation operation, Example example) {
        if (example.request() instanceof Map<?, ?> said && said.isEmpty() && operation.getRequestBody() != null) {
            operation.getRequestBody().setRequired(false);
            operation
                    .getRequestBody()
                    .setContent(OASFactory.createContent()
                            .addMediaType(
                                    JSON,
                                    OASFactory.createMediaType()
                                            .schema(OASFactory.createSchema()
                                                    .addType(Schema.SchemaType.OBJECT)
                                                    .description("No fields; the body may be left out.")
                                                    .maxProperties(0))));
        }
        if (example.request() != null && operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(type -> type.setExample(example.request()));
        }
        APIResponse good = operation.getResponses().getAPIResponse("200");
        if (good == null) {
            return;
        }
        String status = Objects.requireNonNullElse(example.status(), "200");
        good.setDescription(
                switch (status) {
                    case "201" -> "Made; Location and ETag say where it is.";
                    case "204" -> "Done.";
                    default -> "Done; here it is.";
                });
        if (status.equals("204")) {
            good.setContent(null);
        } else if (good.getContent() != null && good.getContent().getMediaType(JSON) != null) {
            good.getContent().getMediaType(JSON).setExample(example.response());
        }
        operation.getResponses().removeAPIResponse("200");
        operation.getResponses().addAPIResponse(status, good);
    }

    private static Map<String, Example> examples() {
        try (InputStream in = ContractFilter.class.getResourceAsStream("/openapi-examples.json")) {
            return new ObjectMapper().readValue(Objects.requireNonNull(in), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
