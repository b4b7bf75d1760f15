/**
 * From the town to Meta: the part of the Graph API that the town calls ({@code GraphApi} has the routes), with Meta's
 * shapes, refusals and ticks, and a record of every call. The templates that count as approved stand in
 * {@code whatsapp-templates.json}.
 */
@NullMarked
package org.sprechstunde.emulator.graph;

import org.jspecify.annotations.NullMarked;
