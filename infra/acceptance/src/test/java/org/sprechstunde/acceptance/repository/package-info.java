/**
 * The repository as files: where it is, its YAML documents, and the linters that judge them.
 * Start at {@link org.sprechstunde.acceptance.repository.Repository}.
 */
@NullMarked
package org.sprechstunde.acceptance.repository;

import org.jspecify.annotations.NullMarked;
