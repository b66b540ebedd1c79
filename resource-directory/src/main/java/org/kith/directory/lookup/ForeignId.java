package org.kith.directory.lookup;

import java.util.UUID;

/**
 * The id that an origin uses for one of our rows.
 *
 * @param source a short name of the origin
 * @param entity the HSDS name, e.g. {@code service}
 */
public record ForeignId(String source, String entity, String foreignId, UUID id) {}
