package org.sprechstunde.acceptance.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.sprechstunde.platform.Json;

/** A browser that is worked as a person would, whoever made it, with a profile that stays on disk. */
public interface DrivenBrowser extends AutoCloseable {
    Duration PATIENCE = Duration.ofSeconds(60);

    void open(URI address);

    /** What an expression of JavaScript is, or what it promises, as JSON. */
    JsonNode evaluate(String expression);

    /** Clicks with the mouse on the first element that is found, which can be seen. */
    void press(String selector);

    /** Types with the keyboard into whatever has the focus. */
    void type(String text);

    /** As a person would, so that it writes down what it writes down at its end. */
    @Override
    void close();

    /** Waits until this expression of JavaScript is true. */
    default void await(String condition) {
        Awaitility.await(condition)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> evaluate("Boolean(" + condition + ")").asBoolean());
    }

    /** Clicks on an element once it can be seen. */
    default void click(String selector) {
        String element = "document.querySelector(%s)".formatted(TextNode.valueOf(selector));
        await(element + "?.checkVisibility()");
        evaluate(element + ".scrollIntoView({block: 'center'})");
        press(selector);
    }

    /** All that can be read on the page. */
    default String words() {
        return evaluate("document.body.innerText").asText();
    }

    /** What a keyboard does to write {@code text}, as both of WebDriver's protocols want it. */
    static ObjectNode keyboard(String text) {
        ObjectNode keyboard = Json.object().put("type", "key").put("id", "keyboard");
        var actions = keyboard.putArray("actions");
        text.codePoints().mapToObj(Character::toString).forEach(key -> {
            actions.addObject().put("type", "keyDown").put("value", key);
            actions.addObject().put("type", "keyUp").put("value", key);
        });
        return keyboard;
    }
}
