package org.kith.directory.imports;

import java.util.UUID;

/** What a worker needs to know of an import. */
record Job(UUID id, String source, String fileName, boolean dryRun, boolean withdrawMissing, boolean undo) {}
