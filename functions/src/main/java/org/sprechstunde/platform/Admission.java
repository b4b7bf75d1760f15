package org.sprechstunde.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who of those that can log in may work here: whoever's access token has a value in a claim, such as a group in
 * {@code cognito:groups}.
 */
public record Admission(String claim, String value) {

    /** What the environment asks for, if anything; half of it would let in everybody, or nobody. */
    static Optional<Admission> of(Function<String, Optional<String>> variables) {
        Optional<String> claim = variables.apply("LOGIN_CLAIM");
        Optional<String> value = variables.apply("LOGIN_CLAIM_VALUE");
        if (claim.isPresent() != value.isPresent()) {
            throw new IllegalStateException("LOGIN_CLAIM and LOGIN_CLAIM_VALUE need each other");
        }
        return claim.map(name -> new Admission(name, value.orElseThrow()));
    }

    /** What {@code claims} say, as API Gateway hands them over: as text, and a list as {@code [one two]}. */
    boolean admits(JsonNode claims) {
        String said = claims.path(claim).asText("");
        boolean isList = said.startsWith("[") && said.endsWith("]");
        return isList ? List.of(said.substring(1, said.length() - 1).split(" ")).contains(value) : said.equals(value);
    }
}
