package org.sprechstunde.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressesTest {
    private static Map<String, String> freePorts() {
        Map<String, String> environment = new HashMap<>();
        for (Part part : Part.values()) {
            environment.put(part.portVariable(), "0");
        }
        return environment;
    }

    private static Addresses from(Map<String, String> environment) {
        try (var ports = new FreePorts()) {
            return Addresses.from(environment, ports);
        }
    }

    @Test
    void aTakenPortIsOneLineThatSaysWhatToDo() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> environment = freePorts();
            environment.put("SPRECHSTUNDE_META_PORT", Integer.toString(other.getLocalPort()));

            assertThatThrownBy(() -> from(environment))
                    .isInstanceOf(StartException.class)
                    .hasMessage("Port " + other.getLocalPort()
                            + " (citizen's phone) is taken: stop what uses it or set " + "SPRECHSTUNDE_META_PORT.");
        }
    }

    @Test
    void aPortThatIsNoNumberIsNamed() {
        Map<String, String> environment = freePorts();
        environment.put("SPRECHSTUNDE_PORT", "eighty");

        assertThatThrownBy(() -> from(environment))
                .hasMessage("SPRECHSTUNDE_PORT should be a port number, but is eighty.");
    }

    @Test
    void portZeroIsAnyFreeOneAndNoTwoAreTheSame() {
        Addresses addresses = from(freePorts());

        assertThat(addresses.uris().values()).doesNotHaveDuplicates().noneMatch(uri -> uri.getPort() == 0);
        assertThat(addresses.here()).containsExactlyInAnyOrder(Part.values());
        assertThat(addresses.of(Part.OIDC).getPath()).isEqualTo("/sprechstunde");
    }

    @Test
    void whatIsPointedElsewhereIsNotStarted() {
        Map<String, String> environment = freePorts();
        environment.put("AWS_ENDPOINT_URL", "http://emulator.example:4566");
        environment.put("AWS_ENDPOINT_URL_S3", "http://minio.example");
        environment.put("WHATSAPP_API_URL", "https://graph.facebook.com");

        Addresses addresses = from(environment);

        assertThat(addresses.here()).containsExactlyInAnyOrder(Part.PAGE, Part.OIDC);
        assertThat(addresses.of(Part.DYNAMODB)).isEqualTo(URI.create("http://emulator.example:4566"));
        assertThat(addresses.of(Part.S3)).isEqualTo(URI.create("http://minio.example"));
    }
}
