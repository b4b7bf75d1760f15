package org.sprechstunde.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Who of those that can log in may work here: whoever's access token has a value in a claim, such as a group in
 * {@code cognito:groups}.
 */
public record Admission(String claim, String value) {

    /** What {@code claims} say, as API Gateway hands them over: as text, and a list as {@code [one two]}. */
    boolean admits(JsonNode claims) {
        String said = claims.path(claim).asText("");
        boolean isList = said.startsWith("[") && said.endsWith("]");
        return isList
                ? List.of(said.substring(1, said.length() - 1).split(" ")).contains(value)
                : said.equals(value);
    }
}
