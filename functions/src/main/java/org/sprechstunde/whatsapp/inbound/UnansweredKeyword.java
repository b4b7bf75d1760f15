package org.sprechstunde.whatsapp.inbound;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.whatsapp.KeywordCallback;

/**
 * An answer to a citizen's word that WhatsApp has taken and then could not deliver.
 *
 * @param wamid the answer's id at WhatsApp
 * @param citizen whom it was for, as far as WhatsApp says
 * @param at when WhatsApp gave up, by its clock
 * @param code why
 */
public record UnansweredKeyword(
        KeywordCallback answer, String wamid, Optional<Identity> citizen, Instant at, OptionalLong code) {}
