package org.sprechstunde.acceptance.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Where it all is: in the Union, in whichever of AWS's partitions, and under one address. */
final class AddressRules {
    static final String PAGE =
            "{\"Fn::If\":[\"OwnDomain\",{\"Fn::Sub\":\"https://${DomainName}\"},{\"Fn::GetAtt\":\"Api.ApiEndpoint\"}]}";

    private static final String PAGE_URL =
            "{\"Fn::If\":[\"OwnDomain\",{\"Fn::Sub\":\"https://${DomainName}/\"},{\"Fn::Sub\":\"${Api.ApiEndpoint}/\"}]}";

    private static final String UNION =
            "[[\"eu-central-1\",\"eu-north-1\",\"eu-south-1\",\"eu-south-2\",\"eu-west-1\",\"eu-west-3\",\"eusc-de-east-1\"],"
                    .concat("{\"Ref\":\"AWS::Region\"}]");

    /** Service principals are called so in every partition; anything else is an address in one of them. */
    private static final Pattern PRINCIPAL = Pattern.compile("([a-z-]+|logs\\.\\$\\{AWS::Region})\\.amazonaws\\.com");

    private static final Pattern WRITTEN = Pattern.compile("arn:aws(-[a-z-]+)?:|amazon(aws|cognito)\\.");

    private AddressRules() {}

    static List<String> outsideTheUnion(WrittenTemplate template) {
        List<String> wrong = new ArrayList<>();
        JsonNode rule = template.section("Rules").path("DataStaysInTheUnion");
        if (!rule.at("/Assertions/0/Assert/Fn::Contains").toString().equals(UNION)
                || !rule.path("RuleCondition")
                        .toString()
                        .equals("{\"Fn::Equals\":[{\"Ref\":\"AllowOutsideEu\"},\"no\"]}")) {
            wrong.add("a region outside the Union is accepted");
        }
        if (!template.section("Parameters")
                .at("/AllowOutsideEu/Default")
                .asText()
                .equals("no")) {
            wrong.add("outside the Union is the default");
        }
        return wrong;
    }

    static List<String> written(WrittenTemplate template) {
        List<String> written = new ArrayList<>();
        for (String section : List.of("Globals", "Resources", "Outputs")) {
            search(template.section(section), written);
        }
        return written;
    }

    private static void search(JsonNode node, List<String> written) {
        String text = node.asText();
        if (WRITTEN.matcher(text).find() && !PRINCIPAL.matcher(text).matches()) {
            written.add(text);
        }
        node.forEach(part -> search(part, written));
    }

    /** Files, login, invitation and e-mails know the page by the same address, or it would be locked out of one. */
    static List<String> several(WrittenTemplate template) {
        List<String> wrong = new ArrayList<>();
        Map<String, String> expected = Map.of(
                "/Resources/Bucket/Properties/CorsConfiguration/CorsRules/0/AllowedOrigins/0",
                PAGE,
                "/Resources/MayorPool/Properties/AdminCreateUserConfig/InviteMessageTemplate/EmailMessage/Fn::Sub/1/Page",
                PAGE,
                "/Resources/MayorClient/Properties/CallbackURLs/0",
                PAGE_URL,
                "/Resources/MayorClient/Properties/LogoutURLs/0",
                PAGE_URL,
                "/Outputs/PageUrl/Value",
                PAGE_URL,
                "/Globals/Function/Environment/Variables/PAGE_URL",
                PAGE_URL);
        expected.forEach((place, value) -> {
            if (!template.root().at(place).toString().equals(value)) {
                wrong.add(place + " is not the page's address");
            }
        });
        return wrong;
    }
}
