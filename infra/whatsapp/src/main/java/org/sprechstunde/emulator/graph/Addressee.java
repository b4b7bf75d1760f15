package org.sprechstunde.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.chat.Citizens;
import org.sprechstunde.emulator.web.JsonTrees;

/**
 * Whom a message is for.
 *
 * @param input the number or BSUID as the town wrote it
 * @param citizen nobody if nobody here has it
 */
record Addressee(String input, boolean byPhone, Optional<Citizen> citizen) {
    private static final String HOME = "49";

    /** The addressee that {@code message} names: {@code to} wins over {@code recipient}. */
    static Optional<Addressee> of(JsonNode message, Citizens citizens) {
        Optional<Addressee> phone = JsonTrees.text(message, "to").map(to -> byPhone(to, citizens));
        return phone.or(() -> JsonTrees.text(message, "recipient")
                .map(bsuid -> new Addressee(bsuid, false, citizens.byBsuid(bsuid))));
    }

    private static Addressee byPhone(String to, Citizens citizens) {
        String digits = to.replaceAll("[+ ()-]", "");
        // Meta prefixes the business's own country where the number has none.
        Optional<Citizen> citizen =
                citizens.byPhone(digits).or(() -> citizens.byPhone(HOME + digits.replaceFirst("^0", "")));
        return new Addressee(to, true, citizen);
    }

    /** Who stands in the message's id. */
    String envelope() {
        return citizen.map(Citizen::envelope).orElse(input.replace("+", ""));
    }
}
