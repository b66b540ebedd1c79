package org.kith.directory.taxonomy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The taxonomies that listings use. */
@ApplicationScoped
public class Taxonomies implements PanacheRepositoryBase<StoredTaxonomy, UUID> {}
