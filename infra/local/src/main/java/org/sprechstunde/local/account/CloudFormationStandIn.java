package org.sprechstunde.local.account;

import java.util.Map;
import org.sprechstunde.local.template.StackDescription;

/** CloudFormation: describes the one stack that is here. */
final class CloudFormationStandIn {
    private final StackDescription stack;

    CloudFormationStandIn(StackDescription stack) {
        this.stack = stack;
    }

    AwsAnswer answer(Map<String, String> fields) {
        if (!"DescribeStacks".equals(fields.get("Action"))) {
            return AwsAnswer.xml(400, error("InvalidAction", "only DescribeStacks is answered here"));
        }
        String name = fields.getOrDefault("StackName", "");
        return name.equals(stack.name())
                ? AwsAnswer.xml(200, description())
                : AwsAnswer.xml(400, error("ValidationError", "Stack with id " + name + " does not exist"));
    }

    private String description() {
        return """
            <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
            <DescribeStacksResult><Stacks><member>
            <StackName>%s</StackName><StackStatus>CREATE_COMPLETE</StackStatus>
            <Outputs>%s</Outputs><Parameters>%s</Parameters>
            </member></Stacks></DescribeStacksResult>
            </DescribeStacksResponse>
            """.formatted(
                escaped(stack.name()), members("Output", stack.outputs()), members("Parameter", stack.parameters()));
    }

    private static String members(String kind, Map<String, String> values) {
        StringBuilder xml = new StringBuilder();
        values.forEach((key, value) -> xml.append("<member><%1$sKey>%2$s</%1$sKey><%1$sValue>%3$s</%1$sValue></member>"
                .formatted(kind, escaped(key), escaped(value))));
        return xml.toString();
    }

    private static String error(String code, String message) {
        return "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
                .formatted(code, escaped(message));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
