/**
 * What a file says beside its picture or sound, above all where it was taken, goes while it streams in.
 *
 * <p>Start at {@link org.sprechstunde.media.metadata.MetadataStripper}. Each format walks through its file from block to block and
 * decides by the block's name; {@link org.sprechstunde.media.metadata.BlockRewriter} does the reading and writing. Nothing gets
 * shorter, so lengths and offsets inside the file stay true, and memory does not grow with the file.
 */
@NullMarked
package org.sprechstunde.media.metadata;

import org.jspecify.annotations.NullMarked;
