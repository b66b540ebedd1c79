/** Openings as calendars that people subscribe to. */
@NullMarked
package org.kith.directory.calendar;

import org.jspecify.annotations.NullMarked;
