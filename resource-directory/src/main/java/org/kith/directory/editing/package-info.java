/** Writing the directory over HTTP: who may, which version they saw, and what is wrong with what they sent. */
@NullMarked
package org.kith.directory.editing;

import org.jspecify.annotations.NullMarked;
