/**
 * Who is found by which id, as a small model: {@link org.sprechstunde.model.identity.DirectoryTable} is what the table
 * says, {@link org.sprechstunde.model.identity.DirectoryCall} how functions change it, {@link
 * org.sprechstunde.model.identity.DirectoryPromises} what must hold in every world, and {@link
 * org.sprechstunde.model.identity.DirectoryMutation} names mistakes that the model must find.
 */
@NullMarked
package org.sprechstunde.model.identity;

import org.jspecify.annotations.NullMarked;
