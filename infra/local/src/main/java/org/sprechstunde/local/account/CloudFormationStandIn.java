package org.sprechstunde.local.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sprechstunde.local.template.StackDescription;

/** CloudFormation: describes the one stack that is here, and takes other values for its parameters. */
public final class CloudFormationStandIn {
    private static final String KEY = ".ParameterKey";

    private final StackDescription stack;
    private final Map<String, String> parameters;
    private boolean terminationProtected;
    private String status = "CREATE_COMPLETE";

    CloudFormationStandIn(StackDescription stack) {
        this.stack = stack;
        this.parameters = new LinkedHashMap<>(stack.parameters());
    }

    /** Whether the stack refuses to be deleted. */
    public synchronized boolean isTerminationProtected() {
        return terminationProtected;
    }

    public synchronized void terminationProtected(boolean wanted) {
        terminationProtected = wanted;
    }

    public synchronized String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** As a deployment does. */
    public synchronized void parameter(String name, String value) {
        parameters.put(name, value);
    }

    synchronized AwsAnswer answer(Map<String, String> fields) {
        String action = fields.getOrDefault("Action", "");
        String name = fields.getOrDefault("StackName", "");
        if (!name.equals(stack.name())) {
            return AwsAnswer.xml(400, error("ValidationError", "Stack with id " + name + " does not exist"));
        }
        return switch (action) {
            case "DescribeStacks" -> AwsAnswer.xml(200, description());
            case "DescribeStackResource" -> resource(fields.getOrDefault("LogicalResourceId", ""));
            case "UpdateStack" -> update(fields);
            case "UpdateTerminationProtection" -> protect(fields);
            default -> AwsAnswer.xml(400, error("InvalidAction", action + " is not answered here"));
        };
    }

    private AwsAnswer resource(String logicalId) {
        return AwsAnswer.xml(200, """
            <DescribeStackResourceResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
            <DescribeStackResourceResult><StackResourceDetail>
            <LogicalResourceId>%1$s</LogicalResourceId><PhysicalResourceId>%2$s-%1$s</PhysicalResourceId>
            </StackResourceDetail></DescribeStackResourceResult>
            </DescribeStackResourceResponse>
            """.formatted(escaped(logicalId), escaped(stack.name())));
    }

    /** The template has a transform, so it wants both capabilities. */
    private AwsAnswer update(Map<String, String> fields) {
        if (!fields.values().containsAll(List.of("CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"))) {
            return AwsAnswer.xml(400, error("InsufficientCapabilitiesException", "Requires capabilities"));
        }
        if (!"true".equals(fields.get("UsePreviousTemplate"))) {
            return AwsAnswer.xml(
                    400, error("ValidationError", "Either Template URL or Template Body must be specified."));
        }
        fields.forEach((field, key) -> {
            String value = fields.get(field.replace(KEY, ".ParameterValue"));
            if (field.endsWith(KEY) && value != null) {
                parameters.put(key, value);
            }
        });
        status = "UPDATE_COMPLETE";
        return done("UpdateStack");
    }

    private AwsAnswer protect(Map<String, String> fields) {
        terminationProtected = "true".equals(fields.get("EnableTerminationProtection"));
        return done("UpdateTerminationProtection");
    }

    private AwsAnswer done(String action) {
        return AwsAnswer.xml(
                200,
                "<%1$sResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><%1$sResult><StackId>%2$s</StackId></%1$sResult></%1$sResponse>"
                        .formatted(action, escaped(stack.name())));
    }

    private String description() {
        return """
            <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
            <DescribeStacksResult><Stacks><member>
            <StackName>%s</StackName><StackStatus>%s</StackStatus>
            <EnableTerminationProtection>%s</EnableTerminationProtection>
            <Outputs>%s</Outputs><Parameters>%s</Parameters>
            </member></Stacks></DescribeStacksResult>
            </DescribeStacksResponse>
            """.formatted(
                        escaped(stack.name()),
                        status,
                        terminationProtected,
                        members("Output", stack.outputs()),
                        members("Parameter", parameters));
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
