/** The feed by which a third-party application keeps its copy in step. */
@NullMarked
package org.kith.directory.changes;

import org.jspecify.annotations.NullMarked;
