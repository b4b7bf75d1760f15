package org.sprechstunde.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.platform.Json;

final class MediaLocationParserTest {
    private static final MediaLocationParser LOOKUPS = new MediaLocationParser("lookaside.fbsbx.com");

    @Test
    void aFileOnTheMediaHostIsFound() {
        assertThat(parse(200, "{'url':'https://lookaside.fbsbx.com/x?mid=1','file_size':'12'}"))
                .isEqualTo(new MediaLocation.Found(
                        URI.create("https://lookaside.fbsbx.com/x?mid=1"), OptionalLong.of(12)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://lookaside.fbsbx.com/x",
                "https://elsewhere.example/x",
                "https://lookaside.fbsbx.com@elsewhere.example/x",
                "https://lookaside.fbsbx.com:8443/x",
                "//lookaside.fbsbx.com/x",
                "https://lookaside.fbsbx.com/%zz"
            })
    void theTokenGoesNowhereElse(String address) {
        assertThat(parse(200, "{'url':'" + address + "','file_size':1}"))
                .isEqualTo(new MediaLocation.Unavailable(OptionalLong.of(200)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "'-1'", "1e99", "'many'", "null"})
    void aSizeThatIsNoneIsUnknown(String size) {
        assertThat(parse(200, "{'url':'https://lookaside.fbsbx.com/x','file_size':" + size + "}"))
                .isEqualTo(new MediaLocation.Found(URI.create("https://lookaside.fbsbx.com/x"), OptionalLong.empty()));
    }

    @Test
    void onlyWhatWhatsAppSaysItCannotFindIsMissing() {
        assertThat(parse(400, "{'error':{'code':100}}")).isEqualTo(new MediaLocation.Missing(OptionalLong.of(100)));
        assertThat(parse(404, "{}")).isEqualTo(new MediaLocation.Unavailable(OptionalLong.of(404)));
        assertThat(parse(500, "{'url':'https://lookaside.fbsbx.com/x'}"))
                .isEqualTo(new MediaLocation.Unavailable(OptionalLong.of(500)));
    }

    private static MediaLocation parse(int status, String json) {
        return LOOKUPS.parse(new GraphResponse(status, Json.read(json.replace('\'', '"'))));
    }
}
