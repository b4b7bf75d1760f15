package org.sprechstunde.acceptance.template;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.repository.Repository;

/** What a function can say, read from its compiled code: every event named by a class that its handler leads to. */
final class EmittedEvents {
    private static final String OURS = "org.sprechstunde.";
    private static final String EVENT = LogEvent.class.getName();
    /** As javac made it: in the artefact nobody sees any more whose a lambda is. */
    private static final JavaClasses CODE =
            new ClassFileImporter().importPath(Repository.file("functions/target/classes"));

    private EmittedEvents() {}

    static Set<LogEvent> by(WrittenTemplate template, String function) {
        Optional<String> handler = template.resource(function)
                .filter(resource -> resource.type().equals("AWS::Serverless::Function"))
                .map(resource -> resource.at("/Handler").asText());
        return handler.map(EmittedEvents::byHandler).orElse(EnumSet.noneOf(LogEvent.class));
    }

    private static Set<LogEvent> byHandler(String handler) {
        Set<LogEvent> events = EnumSet.noneOf(LogEvent.class);
        Set<JavaClass> seen = new HashSet<>();
        Deque<JavaClass> next = new ArrayDeque<>(Set.of(CODE.get(handler)));
        while (!next.isEmpty()) {
            JavaClass here = next.pop();
            if (here.getName().equals(EVENT) || !here.getName().startsWith(OURS) || !seen.add(here)) {
                continue;
            }
            here.getFieldAccessesFromSelf().stream()
                    .filter(access -> access.getTargetOwner().getName().equals(EVENT))
                    .forEach(access ->
                            events.add(LogEvent.valueOf(access.getTarget().getName())));
            here.getDirectDependenciesFromSelf().forEach(it -> next.push(it.getTargetClass()));
        }
        return events;
    }
}
