/** What PostgreSQL does alone, well indexed and with nothing in between. */
@NullMarked
package org.kith.benchmarks.sql;

import org.jspecify.annotations.NullMarked;
