/**
 * The repository as files: where it is, its YAML documents, and the pinned tools that judge them.
 * Start at {@link org.sprechstunde.repository.Repository}.
 */
@NullMarked
package org.sprechstunde.repository;

import org.jspecify.annotations.NullMarked;
