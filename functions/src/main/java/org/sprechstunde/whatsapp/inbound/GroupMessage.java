package org.sprechstunde.whatsapp.inbound;

import org.sprechstunde.enquiry.Identity;

/**
 * A message in a group: no citizen's own, so nothing of it is read or stored. What is here is enough to decline it.
 *
 * @param sender who wrote it, in front of the others
 */
public record GroupMessage(String group, String wamid, Identity sender) {}
