/** Ids under which others know our rows. */
@NullMarked
package org.kith.directory.lookup;

import org.jspecify.annotations.NullMarked;
