package org.sprechstunde.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All resources that would be created. Every one is resolved, so that no reference can be wrong unnoticed. */
final class Stack {
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Reads one resource. */
    interface Reader<T> {
        T read(PhysicalNames physical, Values properties);
    }

    private record Entry(PhysicalNames physical, Values properties) {}

    Stack(IntrinsicResolver resolver) {
        for (Resource resource : resolver.resources()) {
            PhysicalNames physical = resolver.physical(resource.logicalId());
            entries.put(physical.ref(), new Entry(physical, resolver.properties(resource)));
        }
    }

    <T> List<T> read(String type, Reader<T> reader) {
        List<T> result = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (entry.physical().resource().type().equals(type)) {
                result.add(reader.read(entry.physical(), entry.properties()));
            }
        }
        return List.copyOf(result);
    }

    /** The properties of the resource that {@code !Ref} gave as {@code reference}. */
    Values find(String type, String reference) {
        return Optional.ofNullable(entries.get(reference))
                .filter(entry -> entry.physical().resource().type().equals(type))
                .map(Entry::properties)
                .orElseThrow(() -> new TemplateException("no " + type + " is called " + reference));
    }
}
