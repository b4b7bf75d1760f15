package org.sprechstunde.connect;

import java.util.List;

/**
 * What Meta says of the access token.
 *
 * @param accounts the WhatsApp Business accounts that it is bound to; empty if Meta does not say
 */
record AccessToken(String app, List<String> accounts) {}
