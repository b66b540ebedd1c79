package org.kith.directory.imports;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import as its steward sees it. */
@Schema(
        name = "Import",
        description = "The taking in of a directory: what it is, how far it is, and what became of every row.")
public record ImportView(
        UUID id,

        @Schema(description = "A short name of the origin.", examples = "baltimore")
        String source,

        @Schema(examples = "ohana-csv") String format,

        @Schema(enumeration = {"queued", "running", "done", "failed", "undone"})
        String state,

        boolean dryRun,
        boolean withdrawMissing,
        String fileName,
        RowCounts rows,

        @Schema(description = "The same for each HSDS entity.")
        Map<String, RowCounts> byEntity,

        @Schema(description = "From 0 to 1.", examples = "0.42")
        double progress,

        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,

        @Schema(description = "Why it failed.") @Nullable Trouble problem) {

    /** Why an import failed as a whole. */
    @Schema(name = "ImportTrouble")
    public record Trouble(
            @Schema(description = "Stable, for programs.", examples = "zip-bomb")
            String code,

            String message) {}

    boolean isOver() {
        return switch (state) {
            case "done", "failed", "undone" -> true;
            default -> false;
        };
    }
}
