package org.kith.directory.imports;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.kith.web.Problems;
import org.kith.web.Roles;

/** Taking in a whole directory, for stewards. */
@Path("/v1/imports")
@Tag(name = "Imports", description = "Take in a whole directory from elsewhere, row by row accounted for.")
@RolesAllowed(Roles.DIRECTORY_STEWARD)
@Blocking
public class ImportResource {
    private static final int REPORT_PAGE = 1_000;
    private static final int MOST_LISTED = 100;
    private static final Duration UNDO_PATIENCE = Duration.ofSeconds(5);
    private static final Duration TICK = Duration.ofMillis(400);

    private final Imports imports;
    private final NewImports newImports;
    private final Queue queue;
    private final Ledger ledger;
    private final Worker worker;

    ImportResource(Imports imports, NewImports newImports, Queue queue, Ledger ledger, Worker worker) {
        this.imports = imports;
        this.newImports = newImports;
        this.queue = queue;
        this.ledger = ledger;
        this.worker = worker;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "startImport",
            summary = "Hand in a directory",
            description = "A zip, or a single CSV, JSON or NDJSON file, in one of the formats ohana-csv, hsds-1.1-csv,"
                    + " hsds-2-csv, hsds-3-tabular, hsds-3-json. It is read in the background; each organization is"
                    + " stored as a whole or not at all. Handing in the same file twice changes nothing.")
    @APIResponse(
            responseCode = "202",
            description = "Taken; Location says where to follow it.",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "413", description = "The file is too large.")
    @APIResponse(
            responseCode = "422",
            description = "The file cannot be read: no known format, a damaged zip, one that unpacks to far more than"
                    + " its size, or one with names that point outside it. `code` says which.")
    public Response start(
            @RestForm @Schema(description = "The file itself.") @Nullable FileUpload file,
            @RestForm
                    @Schema(
                            description = "A short name of the origin; imports of one source update each other. By"
                                    + " default the name of the file.",
                            examples = "baltimore")
                    @Nullable
                    String source,
            @RestForm("dry_run") @DefaultValue("false") @Schema(description = "Only report what would be done.")
                    String dryRun,
            @RestForm("withdraw_missing")
                    @DefaultValue("false")
                    @Schema(description = "Withdraw what this source brought before and no longer brings.")
                    String withdrawMissing) {
        UUID id = newImports.accept(file, source, dryRun, withdrawMissing);
        worker.wake();
        return Response.accepted(found(id))
                .location(UriBuilder.fromPath("/v1/imports/{id}").build(id))
                .build();
    }

    /** A page of imports. */
    @Schema(name = "Imports")
    public record Page(
            List<ImportView> items,

            @Schema(description = "For the next page; absent on the last.") @Nullable
            String next) {}

    @GET
    @Operation(
            operationId = "listImports",
            summary = "Imports, the newest first",
            description = "A page of imports with their counts.")
    @APIResponse(responseCode = "200", description = "A page of imports.")
    public Page list(
            @Parameter(description = "From the page before.") @QueryParam("cursor") @Nullable UUID cursor,
            @Parameter(description = "At most so many.") @QueryParam("limit") @DefaultValue("20") int limit) {
        int most = Math.min(Math.max(limit, 1), MOST_LISTED);
        List<ImportView> items = imports.newest(cursor == null ? null : imports.numberOf(cursor), most);
        String next = items.size() < most ? null : items.getLast().id().toString();
        return new Page(items, next);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getImport",
            summary = "How far an import is, and what became of its rows",
            description = "rows.in is stored, unchanged and refused together.")
    @APIResponse(responseCode = "200", description = "The import.")
    @APIResponse(responseCode = "404", description = "There is no such import.")
    public ImportView get(@Parameter(description = "The id of the import.") @RestPath String id) {
        return found(read(id));
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "followImport",
            summary = "Progress as server-sent events",
            description = "The import each time that something changed, until it is over.")
    @APIResponse(responseCode = "200", description = "A stream of imports.")
    @APIResponse(responseCode = "404", description = "There is no such import.")
    public Multi<ImportView> events(@Parameter(description = "The id of the import.") @RestPath String id) {
        UUID known = found(read(id)).id();
        return Multi.createFrom()
                .ticks()
                .every(TICK)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> found(known))
                .select()
                .first(new UntilOver()::goesOn)
                .skip()
                .repetitions();
    }

    /** Lets the last state through, and then no more. */
    private static final class UntilOver {
        private boolean over;

        boolean goesOn(ImportView view) {
            boolean before = over;
            over = view.isOver();
            return !before;
        }
    }

    @GET
    @Path("/{id}/report")
    @Produces("application/x-ndjson")
    @Operation(
            operationId = "getImportReport",
            summary = "Every row that was repaired or refused",
            description = "One JSON object a line: file, row, entity, source_id, action (repaired, refused, noted,"
                    + " withdrawn, kept) and problems, each with field, code, message, original and now.")
    @APIResponse(
            responseCode = "200",
            description = "The report, streamed.",
            content =
                    @Content(
                            mediaType = "application/x-ndjson",
                            schema =
                                    @Schema(
                                            examples =
                                                    "{\"file\":\"phones.csv\",\"row\":12,\"entity\":\"phone\",\"source_id\":\"12\",\"action\":\"repaired\",\"problems\":[{\"field\":\"number\",\"code\":\"phone-letters\",\"message\":\"Letters were read as the keys they stand on.\",\"original\":\"(800) 370-LEAD\",\"now\":\"(800) 370-5323\"}]}")))
    @APIResponse(responseCode = "404", description = "There is no such import.")
    public Response report(@Parameter(description = "The id of the import.") @RestPath String id) {
        UUID known = found(read(id)).id();
        StreamingOutput lines = out -> {
            long after = 0;
            List<Ledger.Line> page = ledger.lines(known, after, REPORT_PAGE);
            while (!page.isEmpty()) {
                for (Ledger.Line line : page) {
                    out.write(line.json().getBytes(StandardCharsets.UTF_8));
                    out.write('\n');
                }
                out.flush();
                after = page.getLast().number();
                page = ledger.lines(known, after, REPORT_PAGE);
            }
        };
        return Response.ok(lines).build();
    }

    @POST
    @Path("/{id}/undo")
    @Operation(
            operationId = "undoImport",
            summary = "Take an import back",
            description = "Restores what was there before and withdraws what it created. What somebody changed since"
                    + " stays as it is, and the report says so.")
    @APIResponse(
            responseCode = "200",
            description = "It was taken back.",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "202", description = "It is being taken back.")
    @APIResponse(responseCode = "404", description = "There is no such import.")
    @APIResponse(
            responseCode = "409",
            description = "It does not stand (dry run, failed, under way or taken back before), or a later import"
                    + " touched the same organizations: `imports` says which to take back first.")
    public Response undo(@Parameter(description = "The id of the import.") @RestPath String id)
            throws InterruptedException {
        UUID known = found(read(id)).id();
        List<UUID> later = imports.laterOnSame(known);
        if (!later.isEmpty()) {
            throw Problems.conflict(
                    "touched-since",
                    "Later imports touched the same organizations: take those back first.",
                    Map.of("imports", later.stream().map(UUID::toString).toList()));
        }
        if (!queue.askForUndo(known)) {
            throw Problems.conflict(
                    "not-undoable", "Only an import that is done, and was no dry run, can be taken back.");
        }
        worker.wake();
        ImportView view = found(known);
        for (long waited = 0; !view.isOver() && waited < UNDO_PATIENCE.toMillis(); waited += 50) {
            Thread.sleep(50);
            view = found(known);
        }
        return Response.status(view.isOver() ? Response.Status.OK : Response.Status.ACCEPTED)
                .location(UriBuilder.fromPath("/v1/imports/{id}").build(known))
                .entity(view)
                .build();
    }

    private static UUID read(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Problems.notFound();
        }
    }

    private ImportView found(UUID id) {
        return imports.find(id).orElseThrow(Problems::notFound);
    }
}
