/**
 * The hunt: made-up citizens' data goes through the whole town, then everything that the town keeps, says or sends is
 * searched for it in every spelling that software gives to bytes. Start at {@code HuntTest}; {@code PlantedLeakTest}
 * shows that the searcher would have found something.
 */
@NullMarked
package org.sprechstunde.acceptance.hunt;

import org.jspecify.annotations.NullMarked;
