package org.sprechstunde.local.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.sprechstunde.local.template.SecretSpec;

/** The secret as {@code infra/connect} would have filled it in: the template's fields, and what it adds. */
public final class SecretValue {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RANDOM_BYTES = 32;

    private SecretValue() {}

    /**
     * Fills in the fields that the secret is created with.
     *
     * @param known values by field; a field that is not known here is an exception
     * @param added fields that the template does not know
     */
    public static String fill(SecretSpec secret, Map<String, String> known, Map<String, String> added)
            throws JsonProcessingException {
        ObjectNode value = JSON.createObjectNode();
        JsonNode template = JSON.readTree(secret.template().orElse("{}"));
        for (Map.Entry<String, JsonNode> field : template.properties()) {
            String filled = known.get(field.getKey());
            if (filled == null) {
                throw new IllegalArgumentException(
                        "nobody knows what to fill into the secret's field " + field.getKey());
            }
            value.put(field.getKey(), filled);
        }
        added.forEach(value::put);
        secret.generatedKey().ifPresent(name -> value.put(name, random()));
        return value.toString();
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
