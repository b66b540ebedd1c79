package org.kith.directory.imports.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.directory.imports.repair.Findings;
import org.kith.directory.imports.repair.Problem;

/** One row of the source on its way into the directory: what it said, what was found, and whether it can stay. */
public final class Row {
    private final String file;
    private final long number;
    private final String entity;
    private final @Nullable String sourceId;
    private final String digest;
    private final ObjectNode node;
    private final Findings findings = new Findings();
    private @Nullable Row owner;
    private String identity;
    private boolean refused;
    private boolean refusedByDirectory;

    Row(String file, long number, String entity, @Nullable String sourceId, String digest, ObjectNode node) {
        this.file = file;
        this.number = number;
        this.entity = entity;
        this.sourceId = sourceId;
        this.digest = digest;
        this.node = node;
        this.identity = entity + ":" + (sourceId == null ? digest : sourceId);
    }

    public String file() {
        return file;
    }

    /** Counted from 1 below the header of a table, or from 1 among the documents of a file. */
    public long number() {
        return number;
    }

    public String entity() {
        return entity;
    }

    public @Nullable String sourceId() {
        return sourceId;
    }

    /** Equal digests mean that the source says the same as before. */
    public String digest() {
        return digest;
    }

    /** Under which the same row is met again in the source's next copy. */
    public String identity() {
        return identity;
    }

    /** The id in the source is known by now: duplicates and tables that count for themselves told apart. */
    void settle() {
        identity = entity + ":" + node.path("id").asText(sourceId == null ? digest : sourceId);
    }

    public boolean isRefused() {
        return refused;
    }

    /** Repaired is what can stay although something was wrong with it. */
    public boolean isRepaired() {
        return !refused && !findings.isEmpty();
    }

    public List<Problem> problems() {
        return findings.problems();
    }

    void markRefused() {
        refused = true;
    }

    public void refuse(@Nullable String field, String code, String message, @Nullable String original) {
        refused = true;
        findings.add(field, code, message, original, null);
    }

    /** Refused only when it was to be stored, which the source may not have to change for it to be stored one day. */
    public void refuseByDirectory(String code, String message) {
        refusedByDirectory = true;
        if (!refused) {
            refuse(null, code, message, null);
        }
    }

    public boolean isRefusedByDirectory() {
        return refusedByDirectory;
    }

    /** The row inside whose document this one stands; null for organizations, locations and services themselves. */
    public @Nullable Row owner() {
        return owner;
    }

    void ownedBy(@Nullable Row row) {
        owner = row;
    }

    /** What it became; its ids are those of the source until the tree is translated. */
    public ObjectNode node() {
        return node;
    }

    public Findings findings() {
        return findings;
    }
}
