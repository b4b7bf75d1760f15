/**
 * Citizens' files: fetched from WhatsApp, rid of what names place and device, sealed on their way into the bucket. Start at
 * {@link org.sprechstunde.media.FetchMediaTask}.
 */
@NullMarked
package org.sprechstunde.media;

import org.jspecify.annotations.NullMarked;
