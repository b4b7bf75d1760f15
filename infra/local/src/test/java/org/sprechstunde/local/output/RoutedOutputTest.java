package org.sprechstunde.local.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("SystemOut") // that is what is tested
class RoutedOutputTest {
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    @Test
    void linesOfTheThreadAndOfThoseThatItStartsAreHeard() throws Exception {
        RoutedOutput.listening(heard::add, () -> {
            System.out.println("one");
            System.out.print("t");
            System.out.println("wo");
            Thread other = Thread.ofVirtual().start(() -> System.out.println("Grüße"));
            return other.join(Duration.ofSeconds(5));
        });
        System.out.println("not for the listener");

        assertThat(heard).containsExactly("one", "two", "Grüße");
    }

    @Test
    void aListenerThatPrintsIsNotToldOfItsOwnWords() throws Exception {
        RoutedOutput.listening(
                line -> {
                    heard.add(line);
                    System.out.println("heard " + line);
                },
                () -> {
                    System.out.println("one");
                    System.out.println("two");
                    return true;
                });

        assertThat(heard).containsExactly("one", "two");
    }
}
