package org.sprechstunde.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sprechstunde.local.access.Grant;
import org.sprechstunde.local.template.FunctionSpec.ScheduleSpec;
import org.sprechstunde.local.template.FunctionSpec.StreamSpec;
import org.sprechstunde.local.template.RouteSpec.AuthorizerSpec;
import org.sprechstunde.local.template.TableSpec.Index;
import org.sprechstunde.local.template.TableSpec.KeyPart;

class TownTemplateTest {
    private static final Path OURS = Path.of("../../template.yaml");

    private static TownTemplate read(String... lines) {
        return TownTemplate.read(String.join("\n", lines), Map.of());
    }

    private static String function(String... properties) {
        StringBuilder yaml = new StringBuilder("""
            Resources:
              Hello:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: org.example.Hello
            """);
        for (String property : properties) {
            yaml.append("      ").append(property).append('\n');
        }
        return yaml.toString();
    }

    @Test
    void aTableHasItsKeysIndexTimeToLiveAndStream() {
        TownTemplate template = read("""
            Resources:
              Things:
                Type: AWS::DynamoDB::Table
                Properties:
                  AttributeDefinitions:
                    - {AttributeName: pk, AttributeType: S}
                    - {AttributeName: at, AttributeType: N}
                  KeySchema:
                    - {AttributeName: pk, KeyType: HASH}
                  GlobalSecondaryIndexes:
                    - IndexName: byTime
                      KeySchema: [{AttributeName: at, KeyType: HASH}]
                      Projection: {ProjectionType: KEYS_ONLY}
                  StreamSpecification: {StreamViewType: KEYS_ONLY}
                  TimeToLiveSpecification: {AttributeName: expiresAt, Enabled: true}
            """);

        assertThat(template.tables())
                .containsExactly(new TableSpec(
                        "sprechstunde-things",
                        "arn:aws:dynamodb:eu-central-1:000000000000:table/sprechstunde-things",
                        Map.of("pk", "S", "at", "N"),
                        List.of(new KeyPart("pk", "HASH")),
                        List.of(new Index("byTime", List.of(new KeyPart("at", "HASH")), "KEYS_ONLY", List.of())),
                        Optional.of("expiresAt"),
                        Optional.of("KEYS_ONLY")));
    }

    @Test
    void aTopicHasTheAddressesThatGetItsMessagesByMail() {
        TownTemplate template = read("""
            Resources:
              News:
                Type: AWS::SNS::Topic
                Properties: {}
              Ours:
                Type: AWS::SNS::Subscription
                Properties: {TopicArn: !Ref News, Protocol: email, Endpoint: a@town.example}
              Machines:
                Type: AWS::SNS::Subscription
                Properties: {TopicArn: !Ref News, Protocol: https, Endpoint: 'https://town.example'}
              Others:
                Type: AWS::SNS::Subscription
                Properties: {TopicArn: elsewhere, Protocol: email, Endpoint: b@town.example}
            """);

        assertThat(template.topics())
                .containsExactly(new TopicSpec(
                        "arn:aws:sns:eu-central-1:000000000000:sprechstunde-News", List.of("a@town.example")));
    }

    @Test
    void timeToLiveThatIsSwitchedOffIsNone() {
        TownTemplate template = read("""
            Resources:
              Things:
                Type: AWS::DynamoDB::Table
                Properties:
                  TimeToLiveSpecification: {AttributeName: expiresAt, Enabled: false}
            """);

        assertThat(template.tables().getFirst().ttl()).isEmpty();
    }

    @Test
    void aFunctionInheritsGlobalsAndOverridesThem() {
        TownTemplate template = read(
                """
                Globals:
                  Function:
                    Timeout: 29
                    Environment: {Variables: {TOWN: Heringen, TABLE: everywhere}}
                """,
                function(
                        "MemorySize: 512",
                        "ReservedConcurrentExecutions: 1",
                        "Environment: {Variables: {TABLE: here}}"));

        FunctionSpec hello = template.function("Hello");
        assertThat(hello.environment()).isEqualTo(Map.of("TOWN", "Heringen", "TABLE", "here"));
        assertThat(hello.timeout()).isEqualTo(Duration.ofSeconds(29));
        assertThat(hello.memory()).isEqualTo(512);
        assertThat(hello.concurrency()).isEqualTo(1);
        assertThat(hello.handler()).isEqualTo("org.example.Hello");
    }

    @Test
    void eventsNameTheirStreamWithFilterAndTheirSchedules() {
        TownTemplate template = read(
                function(
                        "Events:",
                        "  Stream:",
                        "    Type: DynamoDB",
                        "    Properties:",
                        "      Stream: !GetAtt Things.StreamArn",
                        "      BatchSize: 5",
                        "      MaximumRetryAttempts: 2",
                        "      ParallelizationFactor: 4",
                        "      FilterCriteria: {Filters: [{Pattern: '{\"eventName\":[\"INSERT\"]}'}]}",
                        "  Clock:",
                        "    Type: Schedule",
                        "    Properties: {Schedule: rate(1 hour), Input: '{\"a\":1}'}",
                        "  Never:",
                        "    Type: Schedule",
                        "    Properties: {Schedule: rate(1 hour), State: DISABLED}"),
                "  Things:",
                "    Type: AWS::DynamoDB::Table");

        FunctionSpec hello = template.function("Hello");
        assertThat(hello.streams())
                .containsExactly(new StreamSpec(
                        template.tables().getFirst().arn(), 5, 4, 3, List.of("{\"eventName\":[\"INSERT\"]}")));
        assertThat(hello.schedules()).containsExactly(new ScheduleSpec("Clock", Duration.ofHours(1), "{\"a\":1}"));
    }

    @Test
    void whatAFunctionsRoleGrantsIsKnownByItsKind() {
        TownTemplate template = read("""
            Resources:
              Things: {Type: AWS::DynamoDB::Table, Properties: {}}
              Files: {Type: AWS::S3::Bucket, Properties: {}}
              Hello:
                Type: AWS::Serverless::Function
                Properties: {Handler: org.example.Hello, Role: !GetAtt HelloRole.Arn}
              HelloRole:
                Type: AWS::IAM::Role
                Properties:
                  Policies:
                    - PolicyDocument:
                        Statement:
                          - {Effect: Allow, Action: [dynamodb:GetItem, dynamodb:Query], Resource: !GetAtt Things.Arn}
                          - {Effect: Allow, Action: dynamodb:Query, Resource: !Sub '${Things.Arn}/index/byTime'}
                          - {Effect: Allow, Action: s3:ListBucket, Resource: !GetAtt Files.Arn}
                          - {Effect: Allow, Action: s3:PutObject, Resource: [!Sub '${Files.Arn}/*']}
            """);

        assertThat(template.grants().get("Hello"))
                .containsExactlyInAnyOrder(
                        new Grant("dynamodb:GetItem", "table"),
                        new Grant("dynamodb:Query", "table"),
                        new Grant("dynamodb:Query", "table/index/byTime"),
                        new Grant("s3:ListBucket", "bucket"),
                        new Grant("s3:PutObject", "object"));
    }

    @Test
    void aRouteIsFollowedToItsFunctionAndItsAuthorizer() {
        TownTemplate template = read(function(), """
              Open:
                Type: AWS::ApiGatewayV2::Route
                Properties:
                  RouteKey: GET /things/{id}
                  Target: !Sub integrations/${Call}
                  AuthorizationType: JWT
                  AuthorizerId: !Ref Login
                  AuthorizationScopes: [town/mayor]
              Call:
                Type: AWS::ApiGatewayV2::Integration
                Properties: {IntegrationUri: !GetAtt Hello.Arn, PayloadFormatVersion: '2.0'}
              Login:
                Type: AWS::ApiGatewayV2::Authorizer
                Properties:
                  IdentitySource: [$request.header.Authorization]
                  JwtConfiguration: {Issuer: 'https://issuer.example', Audience: [page]}
            """);

        assertThat(template.routes())
                .containsExactly(new RouteSpec(
                        "GET /things/{id}",
                        "Hello",
                        Optional.of(new AuthorizerSpec("https://issuer.example", List.of("page"))),
                        List.of("town/mayor")));
    }

    @Test
    void intrinsicFunctionsAreEvaluated() {
        TownTemplate template = TownTemplate.read(
                """
                        Parameters:
                          Days: {Type: String, Default: '30'}
                          Name: {Type: String}
                        Mappings:
                          Retention: {'30': {Next: '31'}}
                        Conditions:
                          Short: !Not [!Equals [!Ref Days, '90']]
                        """
                        + function(
                                "Environment:",
                                "  Variables:",
                                "    A: !FindInMap [Retention, !Ref Days, Next]",
                                "    B: !If [Short, !Ref Name, !Ref Missing]",
                                "    C: !If [Short, !Ref AWS::NoValue, here]",
                                "    D: !Join ['-', [a, !Ref AWS::Region]]",
                                "    E: !Select [1, !Split ['/', 'x/y/z']]",
                                "    F: !Sub ['${Own} ${!Literal} ${Name}', {Own: !Ref Days}]",
                                "    G: {'Fn::GetAtt': [Hello, Arn]}"),
                Map.of("Name", "Heringen"));

        assertThat(template.function("Hello").environment())
                .isEqualTo(Map.of(
                        "A", "31",
                        "B", "Heringen",
                        "D", "a-eu-central-1",
                        "E", "y",
                        "F", "30 ${Literal} Heringen",
                        "G", "arn:aws:lambda:eu-central-1:000000000000:function:sprechstunde-Hello"));
    }

    @Test
    void aReferenceToNothingIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> read(function("Role: !GetAtt Nobody.Arn")))
                .isInstanceOf(TemplateException.class)
                .hasMessage("nothing in the template is called Nobody");
    }

    @Test
    void aReferenceToWhatIsNotCreatedIsAnError() {
        assertThatThrownBy(() -> read(
                        "Conditions: {Never: !Equals [a, b]}",
                        function("Role: !GetAtt Sometimes.Arn"),
                        "  Sometimes: {Type: AWS::IAM::Role, Condition: Never}"))
                .hasMessageContaining("Sometimes is referred to");
    }

    @Test
    void anUnknownIntrinsicIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> read(function("Role: !Cidr [a, b]"))).hasMessage("Fn::Cidr is not understood here");
    }

    @Test
    void aParameterThatIsMissingOrUnknownIsAnError() {
        assertThatThrownBy(() -> read("Parameters: {Name: {Type: String}}", function()))
                .hasMessageContaining("parameter Name has no default");
        assertThatThrownBy(() -> TownTemplate.read(function(), Map.of("Nobody", "asked")))
                .hasMessage("the template has no parameter Nobody");
    }

    @Test
    void ourOwnTemplateIsUnderstoodWhole() throws Exception {
        TownTemplate template = TownTemplate.read(
                OURS,
                Map.of(
                        "TownName", "Town",
                        "TownHallHours", "dienstags",
                        "TownHallHoursEnglish", "Tuesdays",
                        "PrivacyNoticeUrl", "https://town.example/privacy",
                        "WhatsAppPhoneNumberId", "100000000000001",
                        "OidcIssuer", "http://127.0.0.1:8082/sprechstunde",
                        "OidcClientId", "sprechstunde-page",
                        "LoginOrigin", "http://127.0.0.1:8082"));

        assertThat(template.functions()).hasSize(7);
        long routes = Pattern.compile("RouteKey: ")
                .matcher(Files.readString(OURS))
                .results()
                .count();
        assertThat(template.routes()).hasSizeGreaterThan(9).hasSize((int) routes);
        assertThat(template.function("PageFunction").environment())
                .containsEntry("OIDC_ISSUER", "http://127.0.0.1:8082/sprechstunde")
                .containsEntry("TABLE", template.tables().getFirst().name())
                .containsEntry("SECRET", template.secrets().getFirst().arn());
        assertThat(template.routes())
                .filteredOn(route -> route.key().contains("/api/"))
                .allSatisfy(route -> assertThat(route.authorizer())
                        .contains(new AuthorizerSpec(
                                "http://127.0.0.1:8082/sprechstunde", List.of("sprechstunde-page"))));
    }
}
