package org.kith.directory.exports;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kith.web.Problems;

/** The whole directory to take away, for anybody; confidential places are masked in it as everywhere. */
@Path("/v1/exports")
@PermitAll
@Blocking
@Tag(name = "Exports", description = "The whole directory to take away.")
public class ExportResource {
    /** Each takes a thread and, for the zip, room on disk for as long as its reader likes. */
    private static final int MOST_AT_ONCE = 4;

    private static final int RETRY_SECONDS = 60;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final String NDJSON = "application/x-ndjson";
    private static final String ZIP = "application/zip";
    private static final String LINES = """
            {"id": "0b7b5c5e-6f0f-4b52-9d0c-2a3f6b1f8a01", "name": "Grief circle", "status": "active", "organization": {"id": "6a7f0c1e-52b4-4b7e-9d53-2f0f3c1f9a10", "name": "Hope Center", "description": "Neighbours who listen."}}
            {"taxonomies": [{"id": "5b7f8a3a-8a1f-5d0f-9e57-0e1f8a1b2c01", "name": "kith:feature", "description": "Codes of Kith: feature"}]}
            """;

    private final Contents contents;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    ExportResource(Slices contents) {
        this.contents = contents;
    }

    /** Writes an export; what it reads is the directory while it is written. */
    @FunctionalInterface
    private interface Writer {
        void write(Contents contents, OutputStream out) throws IOException;
    }

    @GET
    @Path("/hsds.ndjson")
    @Produces(NDJSON)
    @Operation(
            operationId = "exportLines",
            summary = "The directory as lines of JSON",
            description = "A line per service, its full HSDS document. Then what no service tells of, each in an object"
                    + " whose only field says what it is: organizations, locations, taxonomies, taxonomy_terms."
                    + " Streamed; an import of Kith takes it as it is. Fields of confidential places are left out.")
    @APIResponse(
            responseCode = "200",
            description = "The directory.",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "lines", value = LINES)))
    @APIResponse(responseCode = "503", description = "Others are taking the directory away; try again later.")
    public Response lines() {
        return answer(NDJSON, "hsds.ndjson", DocumentLines::write);
    }

    @GET
    @Path("/hsds.zip")
    @Produces(ZIP)
    @Operation(
            operationId = "exportTables",
            summary = "The directory as a tabular data package",
            description =
                    "The package that HSDS 3.2 defines: datapackage.json and a CSV table for each entity, in UTF-8"
                            + " with commas. A text that a spreadsheet would run as a formula has an apostrophe in front.")
    @APIResponse(
            responseCode = "200",
            description = "The zip.",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "503", description = "Others are taking the directory away; try again later.")
    public Response tables() {
        return answer(ZIP, "hsds.zip", DataPackage::write);
    }

    private Response answer(String type, String name, Writer writer) {
        if (places.availablePermits() == 0) {
            throw Problems.unavailable("Others are taking the directory away.", RETRY_SECONDS);
        }
        StreamingOutput body = out -> {
            if (!places.tryAcquire()) {
                throw Problems.unavailable("Others are taking the directory away.", RETRY_SECONDS);
            }
            try (OutputStream buffered = new BufferedOutputStream(out, BUFFER_BYTES)) {
                writer.write(contents, buffered);
            } finally {
                places.release();
            }
        };
        return Response.ok(body, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
