package org.kith.directory.hsdsapi;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the operations of the HSDS API have in common in the OpenAPI document. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Kith resource directory",
                        version = "1",
                        description = "Community services in the open standard HSDS 3.2, and what it lacks under /v1."),
        components =
                @Components(
                        parameters = {
                            @Parameter(
                                    name = "search",
                                    in = ParameterIn.QUERY,
                                    description = "Words that all appear.",
                                    schema = @Schema(type = SchemaType.STRING),
                                    example = "grief"),
                            @Parameter(
                                    name = "page",
                                    in = ParameterIn.QUERY,
                                    description = "Number of the page, from 1.",
                                    schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"),
                                    example = "1"),
                            @Parameter(
                                    name = "per_page",
                                    in = ParameterIn.QUERY,
                                    description = "Entities on a page.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.INTEGER,
                                                    minimum = "1",
                                                    maximum = "500",
                                                    defaultValue = "50"),
                                    example = "50"),
                            @Parameter(
                                    name = "format",
                                    in = ParameterIn.QUERY,
                                    description = "ndjson streams every result, a line each, without paging.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    enumeration = {"json", "ndjson"},
                                                    defaultValue = "json"),
                                    example = "json"),
                            @Parameter(
                                    name = "taxonomy_term_id",
                                    in = ParameterIn.QUERY,
                                    description = "Only what carries this term.",
                                    schema = @Schema(type = SchemaType.STRING, format = "uuid")),
                            @Parameter(
                                    name = "taxonomy_id",
                                    in = ParameterIn.QUERY,
                                    description = "Only what carries any term of this taxonomy.",
                                    schema = @Schema(type = SchemaType.STRING, format = "uuid")),
                            @Parameter(
                                    name = "organization_id",
                                    in = ParameterIn.QUERY,
                                    description = "Only what this organization provides.",
                                    schema = @Schema(type = SchemaType.STRING, format = "uuid")),
                            @Parameter(
                                    name = "modified_after",
                                    in = ParameterIn.QUERY,
                                    description = "Only what was modified at this time or later.",
                                    schema = @Schema(type = SchemaType.STRING, format = "date-time"),
                                    example = "2026-11-01T00:00:00Z"),
                            @Parameter(
                                    name = "minimal",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Only id and last_modified; without per_page, all of them in one answer.",
                                    schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")),
                            @Parameter(
                                    name = "full",
                                    in = ParameterIn.QUERY,
                                    description = "Nested documents instead of list items.",
                                    schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")),
                            @Parameter(
                                    name = "full_service",
                                    in = ParameterIn.QUERY,
                                    description = "Nested organizations with their services in full.",
                                    schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")),
                            @Parameter(
                                    name = "postcode",
                                    in = ParameterIn.QUERY,
                                    description = "Only places with this postal code, or near it with proximity.",
                                    schema = @Schema(type = SchemaType.STRING),
                                    example = "21201"),
                            @Parameter(
                                    name = "proximity",
                                    in = ParameterIn.QUERY,
                                    description = "Metres around the middle of the postal code.",
                                    schema = @Schema(type = SchemaType.NUMBER),
                                    example = "5000"),
                            @Parameter(
                                    name = "top_only",
                                    in = ParameterIn.QUERY,
                                    description = "Only terms without a parent.",
                                    schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")),
                            @Parameter(
                                    name = "parent_id",
                                    in = ParameterIn.QUERY,
                                    description = "Only terms directly under this one.",
                                    schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                        },
                        responses = {
                            @APIResponse(
                                    name = "unchanged",
                                    description = "What If-None-Match names is still current."),
                            @APIResponse(
                                    name = "malformed",
                                    description = "A parameter cannot be read; errors names it.",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(type = SchemaType.OBJECT),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "malformed",
                                                                    value = HsdsApi.MALFORMED))),
                            @APIResponse(
                                    name = "invalid",
                                    description =
                                            "The document says something impossible; errors points at each field.",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(type = SchemaType.OBJECT),
                                                    examples =
                                                            @ExampleObject(name = "invalid", value = HsdsApi.INVALID))),
                            @APIResponse(
                                    name = "nothing",
                                    description = "There is no such entity.",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(type = SchemaType.OBJECT),
                                                    examples =
                                                            @ExampleObject(name = "nothing", value = HsdsApi.NOTHING)))
                        }))
public final class HsdsApi {
    static final String MALFORMED = """
            {"type": "urn:kith:problem:malformed-request", "status": 400, "title": "The request cannot be read",
             "detail": "per_page: Expected a whole number from 1 to 500.",
             "errors": [{"pointer": "per_page", "code": "out-of-range",
                         "detail": "Expected a whole number from 1 to 500."}],
             "trace_id": "0af7651916cd43dd8448eb211c80319c"}""";
    static final String INVALID = """
            {"type": "urn:kith:problem:invalid-request", "status": 422, "title": "The request is not valid",
             "detail": "/attributes/0/taxonomy_term/code: There is no such code in kith:feature.",
             "errors": [{"pointer": "/attributes/0/taxonomy_term/code", "code": "unknown-code",
                         "detail": "There is no such code in kith:feature.", "nearest": ["moderated"]}],
             "trace_id": "0af7651916cd43dd8448eb211c80319c"}""";
    static final String NOTHING = """
            {"type": "urn:kith:problem:not-found", "status": 404, "title": "Not found",
             "detail": "There is nothing here.", "trace_id": "0af7651916cd43dd8448eb211c80319c"}""";
    static final String PAGE_OF_SERVICES = """
            {"total_items": 1, "total_pages": 1, "page_number": 1, "size": 1, "first_page": true, "last_page": true,
             "empty": false, "contents": [{"id": "0b7b5c5e-6f0f-4b52-9d0c-2a3f6b1f8a01", "name": "Grief circle",
             "status": "active", "last_modified": "2026-11-01T10:00:00Z",
             "organization": {"id": "6a7f0c1e-52b4-4b7e-9d53-2f0f3c1f9a10", "name": "Hope Center",
                              "description": "Neighbours who listen."}}]}""";
    static final String SERVICE = """
            {"id": "0b7b5c5e-6f0f-4b52-9d0c-2a3f6b1f8a01", "name": "Grief circle", "status": "active",
             "organization": {"id": "6a7f0c1e-52b4-4b7e-9d53-2f0f3c1f9a10", "name": "Hope Center",
                              "description": "Neighbours who listen."},
             "phones": [{"id": "6f1c9d1e-4f0a-5c7e-8f55-0d5b8b1a2c11", "number": "+1 410 555 0101"}],
             "last_modified": "2026-11-01T10:00:00Z"}""";
    static final String ORGANIZATION = """
            {"id": "6a7f0c1e-52b4-4b7e-9d53-2f0f3c1f9a10", "name": "Hope Center",
             "description": "Neighbours who listen."}""";
    static final String PAGE_OF_ORGANIZATIONS = """
            {"total_items": 1, "total_pages": 1, "page_number": 1, "size": 1, "first_page": true, "last_page": true,
             "empty": false, "contents": [{"id": "6a7f0c1e-52b4-4b7e-9d53-2f0f3c1f9a10", "name": "Hope Center",
             "description": "Neighbours who listen."}]}""";
    static final String PLACE = """
            {"id": "b1f6a9f0-9f0e-5a43-8f39-5a3a4f4a7c01",
             "location": {"id": "4f0c2f5e-5a55-4a7e-8d61-0b7f9a8b2c01", "location_type": "physical"},
             "service": {"id": "0b7b5c5e-6f0f-4b52-9d0c-2a3f6b1f8a01", "name": "Grief circle", "status": "active"}}""";
    static final String PAGE_OF_PLACES = """
            {"total_items": 1, "total_pages": 1, "page_number": 1, "size": 1, "first_page": true, "last_page": true,
             "empty": false, "contents": [{"id": "b1f6a9f0-9f0e-5a43-8f39-5a3a4f4a7c01",
             "location": {"id": "4f0c2f5e-5a55-4a7e-8d61-0b7f9a8b2c01", "location_type": "physical"},
             "service": {"id": "0b7b5c5e-6f0f-4b52-9d0c-2a3f6b1f8a01", "name": "Grief circle", "status": "active"}}]}""";
    static final String TAXONOMY = """
            {"id": "5b7f8a3a-8a1f-5d0f-9e57-0e1f8a1b2c01", "name": "kith:feature",
             "description": "Codes of Kith: feature", "version": "1.0.0"}""";
    static final String PAGE_OF_TAXONOMIES = """
            {"total_items": 1, "total_pages": 1, "page_number": 1, "size": 1, "first_page": true, "last_page": true,
             "empty": false, "contents": [{"id": "5b7f8a3a-8a1f-5d0f-9e57-0e1f8a1b2c01", "name": "kith:feature",
             "description": "Codes of Kith: feature", "version": "1.0.0"}]}""";
    static final String TERM = """
            {"id": "7c0b2a3a-8a1f-5d0f-9e57-0e1f8a1b2c01", "code": "moderated", "name": "Moderated",
             "description": "Moderated", "taxonomy": "kith:feature"}""";
    static final String PAGE_OF_TERMS = """
            {"total_items": 1, "total_pages": 1, "page_number": 1, "size": 1, "first_page": true, "last_page": true,
             "empty": false, "contents": [{"id": "7c0b2a3a-8a1f-5d0f-9e57-0e1f8a1b2c01", "code": "moderated", "name": "Moderated",
             "description": "Moderated", "taxonomy": "kith:feature"}]}""";
    static final String SEARCH = "{\"search\": \"grief\", \"per_page\": 20}";

    private HsdsApi() {}
}
