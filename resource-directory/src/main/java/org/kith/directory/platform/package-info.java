/** What the features of the directory stand on: how JSON columns are written, and who may touch which organization. */
@NullMarked
package org.kith.directory.platform;

import org.jspecify.annotations.NullMarked;
