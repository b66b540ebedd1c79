/** Opens what somebody uploaded without being harmed by it: zip or single file, any encoding, CSV of any dialect. */
@NullMarked
package org.kith.directory.imports.reading;

import org.jspecify.annotations.NullMarked;
