/** Made-up directories of any size, the same for the same seed. */
@NullMarked
package org.kith.benchmarks.directory;

import org.jspecify.annotations.NullMarked;
