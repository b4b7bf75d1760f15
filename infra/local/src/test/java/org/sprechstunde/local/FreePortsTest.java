package org.sprechstunde.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    @Test
    void twoTownsThatStartAtTheSameTimeTakeDifferentPorts() {
        try (var other = new FreePorts()) {
            int port;
            try (var one = new FreePorts()) {
                port = one.take();
                assertThat(FreePorts.isFree(port))
                        .as("nobody listens there yet")
                        .isTrue();
                assertThat(other.hold(port)).isFalse();
            }
            assertThat(other.hold(port)).isTrue();
        }
    }

    @Test
    void allPortsOfATownAreDifferent() {
        try (var ports = new FreePorts()) {
            assertThat(Stream.generate(ports::take).limit(200)).doesNotHaveDuplicates();
        }
    }
}
