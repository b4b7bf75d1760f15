package org.sprechstunde;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.sprechstunde.webhook.WebhookFunction;
import org.sprechstunde.whatsapp.inbound.SignatureCheck;

/** The rooms of the house and which doors there are between them. */
final class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.sprechstunde");

    private static final String[] FEATURES = {"webhook", "inbox", "reply", "resolve", "sweep", "page"};

    @Test
    void aFeatureUsesNoOtherFeature() {
        for (String feature : FEATURES) {
            String[] others = Arrays.stream(FEATURES)
                    .filter(other -> !other.equals(feature))
                    .map(other -> "org.sprechstunde." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.sprechstunde." + feature + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(CLASSES);
        }
    }

    /** From the roof down; a room is used by those that are named, and by no other. */
    @Test
    void whatIsSharedKnowsNothingOfWhatUsesIt() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("features")
                .definedBy("..webhook..", "..inbox..", "..reply..", "..resolve..", "..sweep..", "..page..")
                .layer("tasks")
                .definedBy("..tasks..")
                .layer("media")
                .definedBy("..media..")
                .layer("identity")
                .definedBy("..sprechstunde.identity..")
                .layer("erasure")
                .definedBy("..erasure..")
                .layer("autoreply")
                .definedBy("..autoreply..")
                .layer("api")
                .definedBy("..api..")
                .layer("whatsapp")
                .definedBy("..whatsapp..")
                .layer("store")
                .definedBy("..store..")
                .layer("enquiry")
                .definedBy("..enquiry..")
                .layer("crypto")
                .definedBy("..crypto..")
                .layer("platform")
                .definedBy("..platform..")
                .whereLayer("features")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("tasks")
                .mayOnlyBeAccessedByLayers("features")
                .whereLayer("media")
                .mayOnlyBeAccessedByLayers("tasks")
                .whereLayer("identity")
                .mayOnlyBeAccessedByLayers("features")
                .whereLayer("erasure")
                .mayOnlyBeAccessedByLayers("features", "tasks", "identity")
                .whereLayer("autoreply")
                .mayOnlyBeAccessedByLayers("features", "tasks", "media", "identity", "erasure")
                .whereLayer("api")
                .mayOnlyBeAccessedByLayers("features")
                .whereLayer("whatsapp")
                .mayOnlyBeAccessedByLayers("features", "tasks", "media", "identity", "erasure", "autoreply")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("features", "tasks", "media", "identity", "erasure", "autoreply", "api")
                .whereLayer("enquiry")
                .mayOnlyBeAccessedByLayers(
                        "features", "tasks", "media", "identity", "erasure", "autoreply", "api", "whatsapp", "store")
                .whereLayer("crypto")
                .mayOnlyBeAccessedByLayers(
                        "features",
                        "tasks",
                        "media",
                        "identity",
                        "erasure",
                        "autoreply",
                        "api",
                        "whatsapp",
                        "store",
                        "enquiry")
                .check(CLASSES);
    }

    @Test
    void theCoreKnowsNeitherLambdaNorAws() {
        noClasses()
                .that()
                .resideInAnyPackage("..enquiry..", "..crypto..", "..autoreply.text..", "..media.metadata..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "com.amazonaws..")
                .check(CLASSES);
    }

    @Test
    void onlyTheStoreSpeaksTheTablesLanguage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..store..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk.services.dynamodb.model..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.sprechstunde.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyHandlersKnowLambda() {
        noClasses()
                .that()
                .areNotAssignableTo(RequestStreamHandler.class)
                .and()
                .areNotAssignableTo(RequestHandler.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.amazonaws..")
                .check(CLASSES);
    }

    @Test
    void onlyTheLogWritesToStandardOutput() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.sprechstunde.platform.Log")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(CLASSES);
    }

    @Test
    void timeComesInThroughTheClock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.sprechstunde.platform.Log")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    /** How long a comparison takes would tell how much of a guess was right. */
    @Test
    void secretsAreComparedInConstantTime() {
        for (Class<?> gate : List.of(SignatureCheck.class, WebhookFunction.class)) {
            classes()
                    .that()
                    .belongToAnyOf(gate)
                    .should()
                    .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
                    .check(CLASSES);
            noClasses()
                    .that()
                    .belongToAnyOf(gate)
                    .should()
                    .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
                    .check(CLASSES);
        }
    }

    @Test
    void noExceptionCarriesWordsOfAnother() {
        noClasses().should().callMethod(Throwable.class, "getMessage").check(CLASSES);
    }

    @Test
    void packagesAreNullMarked() {
        classes()
                .should(new ArchCondition<>("be in a null-marked package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " is not in a null-marked package"));
                        }
                    }
                })
                .check(CLASSES);
    }
}
