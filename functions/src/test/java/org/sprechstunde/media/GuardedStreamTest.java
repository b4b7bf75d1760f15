package org.sprechstunde.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GuardedStreamTest {
    private static final Instant END = Instant.parse("2026-11-24T10:00:00Z");
    private static final byte[] BYTES = {1, 2, -3};

    @Test
    void aStreamThatEndsInTimeIsReadWhole() throws IOException {
        try (InputStream stream = at(END)) {
            assertThat(stream.readAllBytes()).isEqualTo(BYTES);
        }
    }

    @Test
    void aStreamThatTricklesBeyondItsTimeIsAnError() throws IOException {
        try (InputStream stream = at(END.plus(Duration.ofMillis(1)))) {
            assertThatExceptionOfType(IOException.class).isThrownBy(stream::read);
            assertThatExceptionOfType(IOException.class).isThrownBy(stream::readAllBytes);
        }
    }

    @Test
    void aStreamOfTheLengthAnnouncedIsReadWhole() throws IOException {
        try (InputStream stream = announcedAs(3)) {
            assertThat(stream.readAllBytes()).isEqualTo(BYTES);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 4})
    void aStreamOfAnotherLengthThanAnnouncedIsAnErrorHoweverItIsRead(long length) throws IOException {
        try (InputStream stream = announcedAs(length)) {
            assertThatExceptionOfType(IOException.class).isThrownBy(stream::readAllBytes);
        }
        try (InputStream stream = announcedAs(length)) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
                while (stream.read() >= 0) {
                    assertThat(stream.markSupported()).isFalse();
                }
            });
        }
    }

    private static InputStream at(Instant now) {
        return new GuardedStream.InTime(new ByteArrayInputStream(BYTES), Clock.fixed(now, ZoneOffset.UTC), END);
    }

    private static InputStream announcedAs(long length) {
        return new GuardedStream.ExactLength(new ByteArrayInputStream(BYTES), length);
    }
}
