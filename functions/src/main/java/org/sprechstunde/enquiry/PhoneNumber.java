package org.sprechstunde.enquiry;

import java.util.regex.Pattern;

/**
 * One number in several spellings. Mexico (521 beside 52), Argentina (549 beside 54) and Brazil (a ninth digit after the
 * area) have mobile numbers with and without a digit that says "mobile", and WhatsApp tells now this one, now the other.
 */
final class PhoneNumber {
    private static final Pattern MEXICO = Pattern.compile("^521(\\d{10})$");
    private static final Pattern ARGENTINA = Pattern.compile("^549(\\d{10})$");
    private static final Pattern BRAZIL = Pattern.compile("^55(\\d{2})9(\\d{8})$");

    private PhoneNumber() {}

    /** The digits by which a number is compared; not to be dialled. */
    static String canonical(String digits) {
        String mexican = MEXICO.matcher(digits).replaceFirst("52$1");
        String argentinian = ARGENTINA.matcher(mexican).replaceFirst("54$1");
        return BRAZIL.matcher(argentinian).replaceFirst("55$1$2");
    }
}
