package org.sprechstunde.local.template;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML with CloudFormation's short tags, turned into their long form: {@code !Ref X} is {@code {"Ref": "X"}}. */
final class TemplateYaml {
    /** One town after the other is made of the same template; nobody changes what was read. */
    private static volatile @Nullable Read last;

    private record Read(String text, Map<String, Object> document) {}

    private TemplateYaml() {}

    static Map<String, Object> read(String text) {
        Read known = last;
        if (known != null && known.text.equals(text)) {
            return known.document;
        }
        Map<String, Object> document = Values.map("template", new Yaml(new ShortTags()).load(text));
        last = new Read(text, document);
        return document;
    }

    private static final class ShortTags extends SafeConstructor {
        ShortTags() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new ShortTag());
            // Versions such as 2012-10-17 are text to CloudFormation, not dates.
            yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
        }

        private final class ShortTag extends AbstractConstruct {
            @Override
            public Object construct(Node node) {
                String name = node.getTag().getValue().substring(1);
                Map<String, Object> function = new HashMap<>();
                function.put(longName(name), name.equals("GetAtt") ? attribute(value(node)) : value(node));
                return function;
            }

            private Object value(Node node) {
                return switch (node) {
                    case ScalarNode scalar -> scalar.getValue();
                    case SequenceNode sequence -> constructSequence(sequence);
                    case MappingNode mapping -> constructMapping(mapping);
                    default -> throw new TemplateException("a tag on " + node.getNodeId() + " means nothing");
                };
            }
        }

        private static String longName(String tag) {
            return switch (tag) {
                case "Ref", "Condition" -> tag;
                default -> "Fn::" + tag;
            };
        }

        private static Object attribute(Object value) {
            return value instanceof String path
                    ? List.of(Arrays.stream(path.split("\\.", 2)).toArray())
                    : value;
        }
    }
}
