package org.sprechstunde.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.platform.Json;

/**
 * Reads WhatsApp's answer to the question where a file is.
 *
 * @param mediaHost where files are; a file that is said to be elsewhere does not get our token
 */
record MediaLocationParser(String mediaHost) {
    MediaLocation parse(GraphResponse answer) {
        Optional<URI> address = Json.text(answer.body(), "url")
                .flatMap(MediaLocationParser::address)
                .filter(this::isAllowed);
        if (answer.isOk() && address.isPresent()) {
            return new MediaLocation.Found(address.get(), size(answer.body()));
        }
        OptionalLong code = OptionalLong.of(answer.code().orElse(answer.status()));
        return answer.isNoSuchObject() || answer.isWrongParameter()
                ? new MediaLocation.Missing(code)
                : new MediaLocation.Unavailable(code);
    }

    private static OptionalLong size(JsonNode body) {
        OptionalLong size = Json.number(body, "file_size");
        return size.isPresent() && size.getAsLong() >= 0 ? size : OptionalLong.empty();
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The token goes to WhatsApp's media host alone, encrypted unless that is this very computer. */
    private boolean isAllowed(URI address) {
        boolean safe = "https".equals(address.getScheme()) || "127.0.0.1".equals(address.getHost());
        return safe && mediaHost.equals(address.getRawAuthority());
    }
}
