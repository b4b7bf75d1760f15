package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageContent.Point;
import org.sprechstunde.platform.Json;

/** Reads a location: a point, a name, an address, a page of the web, or whatever of these has come. */
final class LocationParser {
    private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,20})?");

    private static final double POLE = 90;
    private static final double DATE_LINE = 180;

    private LocationParser() {}

    static Optional<MessageContent> parse(JsonNode part) {
        Optional<Point> point = point(part);
        Optional<String> name = Json.text(part, "name");
        Optional<String> address = Json.text(part, "address");
        Optional<String> url = Json.text(part, "url");
        return point.isPresent() || name.isPresent() || address.isPresent() || url.isPresent()
                ? Optional.of(new MessageContent.Location(point, name, address, url))
                : Optional.empty();
    }

    private static Optional<Point> point(JsonNode part) {
        double latitude = degrees(part, "latitude");
        double longitude = degrees(part, "longitude");
        return Math.abs(latitude) <= POLE && Math.abs(longitude) <= DATE_LINE
                ? Optional.of(new Point(latitude, longitude))
                : Optional.empty();
    }

    private static double degrees(JsonNode part, String field) {
        JsonNode value = part.path(field);
        boolean number = value.isNumber() || DEGREES.matcher(value.asText()).matches();
        return number ? value.asDouble(Double.NaN) : Double.NaN;
    }
}
