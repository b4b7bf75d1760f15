/**
 * A citizen's own words HILFE, AUSKUNFT and LÖSCHEN: answered, not stored. Start at
 * {@link org.sprechstunde.webhook.keyword.KeywordHandler}.
 */
@NullMarked
package org.sprechstunde.webhook.keyword;

import org.jspecify.annotations.NullMarked;
