/**
 * The packaged jar, as it goes to Lambda: what is in it and, in JVMs of its own, what it does.
 * Start at {@link org.sprechstunde.acceptance.artefact.PackageTest}.
 */
@NullMarked
package org.sprechstunde.acceptance.artefact;

import org.jspecify.annotations.NullMarked;
