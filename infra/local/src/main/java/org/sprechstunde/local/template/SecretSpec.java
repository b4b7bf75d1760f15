package org.sprechstunde.local.template;

import java.util.Optional;

/**
 * A secret as it would be generated.
 *
 * @param template JSON object that the generated value is added to
 * @param generatedKey the field of the generated value
 */
public record SecretSpec(String name, String arn, Optional<String> template, Optional<String> generatedKey) {}
