/** Who changed what in the directory: written with the change itself, read by those who answer for it. */
@NullMarked
package org.kith.directory.history;

import org.jspecify.annotations.NullMarked;
