package org.sprechstunde.local.template;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code rate(5 minutes)} and its like. */
final class Rate {
    private static final Pattern EXPRESSION = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

    private Rate() {}

    static Duration parse(String expression) {
        Matcher matcher = EXPRESSION.matcher(expression.strip());
        if (!matcher.matches()) {
            throw new TemplateException("only rate(…) schedules are understood here, not " + expression);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "minute" -> Duration.ofMinutes(amount);
            case "hour" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
