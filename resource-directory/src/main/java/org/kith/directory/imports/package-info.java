/** Takes in whole directories: the job, what it did row by row, and how to take it back. */
@NullMarked
package org.kith.directory.imports;

import org.jspecify.annotations.NullMarked;
