/** The plans that PostgreSQL makes for the main queries, asserted; their time is not. */
@NullMarked
package org.kith.directory.plans;

import org.jspecify.annotations.NullMarked;
