/** Reads one dirty value at a time: repairs what is certain, says what was done, and leaves the rest alone. */
@NullMarked
package org.kith.directory.imports.repair;

import org.jspecify.annotations.NullMarked;
