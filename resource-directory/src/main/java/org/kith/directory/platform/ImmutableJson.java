package org.kith.directory.platform;

import org.hibernate.type.descriptor.java.ImmutableMutabilityPlan;

/** For JSON columns that hold records: a value is replaced, never changed, so Hibernate needs no copy to compare with. */
public final class ImmutableJson extends ImmutableMutabilityPlan<Object> {}
