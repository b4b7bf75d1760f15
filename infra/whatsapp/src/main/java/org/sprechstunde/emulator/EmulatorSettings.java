package org.sprechstunde.emulator;

import java.net.URI;

/**
 * What the emulator and the town have to agree on.
 *
 * @param port 0 for any free one
 * @param webhook where the town takes deliveries
 * @param displayPhoneNumber the town's number, digits only
 */
public record EmulatorSettings(
        int port,
        URI webhook,
        String appSecret,
        String accessToken,
        String verifyToken,
        String phoneNumberId,
        String wabaId,
        String displayPhoneNumber) {}
