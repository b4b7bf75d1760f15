package org.sprechstunde.repository;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML as JSON, CloudFormation's short tags in their long form: {@code !Ref X} is {@code {"Ref": "X"}}.
 * Not the local runner's reader: what it reads must not be all that vouches for it.
 */
public final class Yaml {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Yaml() {}

    public static JsonNode read(String text) {
        return value(new org.yaml.snakeyaml.Yaml().compose(new StringReader(text)));
    }

    private static JsonNode value(Node node) {
        String tag = node.getTag().getValue();
        return tag.startsWith("!") ? JSON.objectNode().set(longName(tag.substring(1)), plain(node)) : plain(node);
    }

    private static JsonNode plain(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode sequence -> array(sequence);
            case MappingNode mapping -> object(mapping);
            default -> throw new IllegalArgumentException("no YAML that a template uses: " + node.getNodeId());
        };
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(text.equals("true"));
        }
        if (tag.equals(Tag.INT)) {
            return JSON.numberNode(Long.parseLong(text));
        }
        if (tag.equals(Tag.FLOAT)) {
            return JSON.numberNode(Double.parseDouble(text));
        }
        return tag.equals(Tag.NULL) ? JSON.nullNode() : JSON.textNode(text);
    }

    private static ArrayNode array(SequenceNode sequence) {
        ArrayNode array = JSON.arrayNode();
        sequence.getValue().forEach(entry -> array.add(value(entry)));
        return array;
    }

    private static ObjectNode object(MappingNode mapping) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            object.set(((ScalarNode) entry.getKeyNode()).getValue(), value(entry.getValueNode()));
        }
        return object;
    }

    private static String longName(String tag) {
        return tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
    }
}
