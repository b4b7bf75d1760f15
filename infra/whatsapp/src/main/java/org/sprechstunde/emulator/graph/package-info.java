/**
 * From the town to Meta: the part of the Graph API that the town calls ({@code GraphApi} has the routes), with Meta's
 * shapes, refusals and ticks, and a record of every call. The templates that count as approved from the start stand in
 * {@code whatsapp-templates.json}; an account that starts anew has none, and {@code TemplateReview} decides on what it submits.
 */
@NullMarked
package org.sprechstunde.emulator.graph;

import org.jspecify.annotations.NullMarked;
