package org.sprechstunde.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sprechstunde.local.account.AwsAccountStandIn;
import org.sprechstunde.local.account.SecretValue;
import org.sprechstunde.local.emulator.DynamoDbLocal;
import org.sprechstunde.local.emulator.Emulator;
import org.sprechstunde.local.emulator.OidcServer;
import org.sprechstunde.local.emulator.S3Proxy;
import org.sprechstunde.local.gateway.Stages;
import org.sprechstunde.local.output.RoutedOutput;
import org.sprechstunde.local.stores.Buckets;
import org.sprechstunde.local.stores.Mail;
import org.sprechstunde.local.stores.SnsStandIn;
import org.sprechstunde.local.stores.StoreClients;
import org.sprechstunde.local.stores.StoreClients.Credentials;
import org.sprechstunde.local.stores.Tables;
import org.sprechstunde.local.template.BucketSpec;
import org.sprechstunde.local.template.BucketSpec.CorsRule;
import org.sprechstunde.local.template.SecretSpec;
import org.sprechstunde.local.template.StackDescription;
import org.sprechstunde.local.template.TableSpec;
import org.sprechstunde.local.template.TownTemplate;

/** Starts the emulators and puts into them what the template wants; what is elsewhere is only filled. */
record StoresStart(
        Options options,
        Addresses addresses,
        TownVariables variables,
        TownTemplate template,
        Stages stages,
        Running running) {

    void dynamoDb(Future<StoreClients> clients) throws Exception {
        start(Part.DYNAMODB, "DynamoDB Local", () -> DynamoDbLocal.start(modules(), addresses.port(Part.DYNAMODB)));
        var tables = new Tables(clients.get().table());
        for (TableSpec table : template.tables()) {
            tables.provision(table);
        }
    }

    void s3(Future<StoreClients> clients) throws Exception {
        start(Part.S3, "S3Proxy", () -> S3Proxy.start(modules(), addresses.port(Part.S3), access()));
        var buckets = new Buckets(clients.get().bucket());
        for (BucketSpec bucket : template.buckets()) {
            buckets.provision(bucket);
            if (!addresses.isHere(Part.S3)) {
                buckets.allow(bucket, addresses.origin(Part.PAGE));
            }
        }
    }

    void oidc() throws Exception {
        start(Part.OIDC, "Login (OIDC)", () -> OidcServer.start(modules(), addresses.port(Part.OIDC)));
    }

    Optional<AwsAccountStandIn> account() throws Exception {
        if (!addresses.isHere(Part.SECRETS)) {
            progress().elsewhere(Part.SECRETS.label(), addresses.of(Part.SECRETS));
            return Optional.empty();
        }
        return Optional.of(progress().timed("Account (stand-in)", addresses.of(Part.SECRETS), () -> {
            AwsAccountStandIn server =
                    running.add(AwsAccountStandIn.start(addresses.port(Part.SECRETS), description(), stages));
            for (SecretSpec secret : template.secrets()) {
                server.put(secret, SecretValue.fill(secret, variables.secret(), variables.secretStage()));
            }
            template.signingKeys().forEach(server.keys()::create);
            return server;
        }));
    }

    private StackDescription description() throws IOException {
        return StackDescription.read(
                variables.stack(),
                Files.readString(options.template()),
                variables.deployed(),
                addresses.origin(Part.PAGE));
    }

    Optional<SnsStandIn> mails(Clock clock) throws Exception {
        if (!addresses.isHere(Part.MAIL)) {
            progress().elsewhere(Part.MAIL.label(), addresses.of(Part.MAIL));
            return Optional.empty();
        }
        Consumer<Mail> show = mail -> progress().say("E-mail to " + mail.to() + ": " + mail.subject());
        return Optional.of(progress()
                .timed(
                        "Mayor's e-mails (SNS)",
                        addresses.of(Part.MAIL),
                        () -> running.add(
                                SnsStandIn.start(addresses.port(Part.MAIL), template.topics(), clock, show))));
    }

    /** Emulators greet at length on standard output, which nobody needs. */
    private void start(Part part, String name, Callable<Emulator> starter) throws Exception {
        if (!addresses.isHere(part)) {
            progress().elsewhere(part.label(), addresses.of(part));
            return;
        }
        progress().timed(name, addresses.of(part), () -> running.add(RoutedOutput.listening(_ -> {}, starter)));
    }

    /** The template allows the page where it will be deployed; here the page is elsewhere, the rest holds. */
    private S3Proxy.Access access() {
        Credentials credentials = variables.credentials();
        List<CorsRule> rules = template.buckets().stream()
                .map(BucketSpec::cors)
                .flatMap(List::stream)
                .toList();
        Stream<String> methods = rules.stream().map(CorsRule::methods).flatMap(List::stream);
        Stream<String> headers = rules.stream().map(CorsRule::headers).flatMap(List::stream);
        return new S3Proxy.Access(
                credentials.accessKey(),
                credentials.secretKey(),
                addresses.origin(Part.PAGE),
                methods.distinct().toList(),
                headers.distinct().toList());
    }

    private Path modules() {
        return options.home().resolve("infra/local");
    }

    private Progress progress() {
        return new Progress(options.progress());
    }
}
