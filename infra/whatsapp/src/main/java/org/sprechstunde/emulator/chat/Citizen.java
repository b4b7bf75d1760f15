package org.sprechstunde.emulator.chat;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody with a phone.
 *
 * @param bsuid business-scoped user id, such as {@code DE.} and 22 letters and digits
 * @param phone digits with country code; absent where WhatsApp hides the number behind a username
 */
public record Citizen(String bsuid, String name, Optional<String> phone, Optional<String> username) {
    private static final Pattern BSUID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");
    private static final Pattern PHONE = Pattern.compile("\\d{5,15}");

    public Citizen {
        if (!BSUID.matcher(bsuid).matches()) {
            throw new IllegalArgumentException("a BSUID is a country, a dot and up to 128 letters and digits");
        }
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("a citizen has a name of up to 100 characters");
        }
        if (phone.filter(number -> !PHONE.matcher(number).matches()).isPresent()) {
            throw new IllegalArgumentException("a phone number is 5 to 15 digits, with country code");
        }
    }

    /** What stands readable inside this citizen's message ids: the number, or the BSUID where there is none. */
    public String envelope() {
        return phone.orElse(bsuid);
    }
}
