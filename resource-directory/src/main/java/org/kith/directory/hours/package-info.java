/** When a place is open: recurring openings of HSDS schedules, in plain Java. */
@NullMarked
package org.kith.directory.hours;

import org.jspecify.annotations.NullMarked;
