/**
 * Files as real encoders write them, and what they still tell once they are clean. Start at {@link
 * org.sprechstunde.acceptance.media.RealFilesTest}.
 */
@NullMarked
package org.sprechstunde.acceptance.media;

import org.jspecify.annotations.NullMarked;
