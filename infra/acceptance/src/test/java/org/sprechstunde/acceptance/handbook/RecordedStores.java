package org.sprechstunde.acceptance.handbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sprechstunde.acceptance.handbook.StackTemplate.Stored;
import org.sprechstunde.repository.Repository;

/** The part of the record of processing that says where data lie, how long and under whose key. */
record RecordedStores(StackTemplate template, String configuration, Properties words) {
    private static final String WORDS = "infra/acceptance/src/test/resources/handbook/stores.properties";
    private static final Pattern REGION = Pattern.compile("(?m)^region *= *\"([^\"]+)\"");

    /** Services whose resources run, route or permit, and keep nothing about anybody. */
    private static final Set<String> KEEP_NOTHING = Set.of(
            "AWS::ApiGatewayV2",
            "AWS::Budgets",
            "AWS::CloudWatch",
            "AWS::IAM",
            "AWS::Lambda",
            "AWS::Serverless",
            "AWS::Events",
            "AWS::S3::BucketPolicy",
            "AWS::SNS::TopicPolicy",
            "AWS::SNS::Subscription",
            "AWS::Logs::QueryDefinition",
            "AWS::Logs::MetricFilter",
            "AWS::KMS::Alias",
            "AWS::Cognito::UserPoolClient",
            "AWS::Cognito::UserPoolDomain",
            "AWS::Cognito::UserPoolResourceServer",
            "AWS::Cognito::ManagedLoginBranding",
            "AWS::CertificateManager",
            "AWS::Route53");

    static RecordedStores of(StackTemplate template) {
        try (var in = Files.newBufferedReader(Repository.file(WORDS))) {
            var words = new Properties();
            words.load(in);
            return new RecordedStores(template, Repository.text("samconfig.toml"), words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Stored> all() {
        return template.resources().stream()
                .filter(resource -> StoreKind.of(resource).isPresent())
                .toList();
    }

    /** Resources of which nobody has said yet whether they keep anything. */
    List<String> unknown() {
        return template.resources().stream()
                .filter(resource -> StoreKind.of(resource).isEmpty())
                .filter(resource ->
                        KEEP_NOTHING.stream().noneMatch(known -> (resource.type() + "::").startsWith(known + "::")))
                .map(resource -> resource.id() + " (" + resource.type() + ")")
                .toList();
    }

    String table() {
        Map<String, Set<String>> rows = new LinkedHashMap<>();
        for (Stored store : all()) {
            rows.computeIfAbsent(row(store), _ -> new TreeSet<>()).add("`" + store.id() + "`");
        }
        var table = new StringBuilder("Alle Speicher liegen in der Region des Stacks, voreingestellt `" + region()
                + "`. Name wie in `template.yaml`:\n\n| Speicher | Dienst | Was | Wie lange | Schlüssel |\n"
                + "|---|---|---|---|---|\n");
        rows.forEach((row, ids) ->
                table.append("| ").append(String.join(", ", ids)).append(row).append('\n'));
        return table.toString();
    }

    private String row(Stored store) {
        StoreKind kind = StoreKind.of(store).orElseThrow();
        String what = Optional.ofNullable(words.getProperty(store.id()))
                .or(() -> Optional.ofNullable(words.getProperty(store.type().replaceFirst(".*::", ""))))
                .orElseThrow(() -> new IllegalStateException("say in " + WORDS + " what is in " + store.id()));
        return " | %s | %s | %s | %s |".formatted(kind.service(), what, kind.kept(store, template), kind.key(store));
    }

    private String region() {
        Matcher region = REGION.matcher(configuration);
        return region.find() ? region.group(1) : "keine";
    }
}
