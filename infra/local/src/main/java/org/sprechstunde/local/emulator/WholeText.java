package org.sprechstunde.local.emulator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Function;

/** Hands a JSON object on as it is written, to who may know it already. An emulator's own Jackson reads with it. */
public final class WholeText extends JsonDeserializer<Object> {
    private final Function<byte[], Object> reader;

    public WholeText(Function<byte[], Object> reader) {
        this.reader = reader;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var text = new ByteArrayOutputStream();
        text.write('{');
        parser.releaseBuffered(text);
        return reader.apply(text.toByteArray());
    }
}
