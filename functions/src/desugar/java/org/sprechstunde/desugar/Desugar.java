package org.sprechstunde.desugar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the lambda expressions of compiled classes into plain classes: beside each class one for those of its lambdas that are of
 * java.util.function, and one for each other interface. The JVM would make a class for each lambda at each start, which takes longer
 * than to read one out of the jar.
 *
 * <p>What is called stays where it is, a method {@code lambda$…} of the class that the lambda was written in. The new class is of the
 * same nest, so that it may call it; where classes are so old that they know no nests, such a method is opened to its package.
 * Lambdas that can be serialized, or have several methods, stay what they were.
 */
public final class Desugar {
    private static final String SUFFIX = ".class";
    private static final String ALL_FUNCTIONS = "Ljava/util/function/";
    private static final Pattern NUMBERS = Pattern.compile(".*/(Int|Long|Double)Consumer;");

    private final ClassFile classFile;
    private final Map<String, byte[]> classes;
    private final Map<String, byte[]> changed = new TreeMap<>();
    private final Map<String, List<ClassDesc>> newMembers = new HashMap<>();

    private Desugar(Map<String, byte[]> classes) {
        // In order, so that the same sources make the same bytes.
        this.classes = new TreeMap<>(classes);
        ClassHierarchyResolver these = ClassHierarchyResolver.ofResourceParsing(this::known);
        ClassHierarchyResolver others = ClassHierarchyResolver.ofResourceParsing(ClassLoader.getSystemClassLoader());
        this.classFile = ClassFile.of(
                ClassHierarchyResolverOption.of(these.orElse(others).orElse(ClassHierarchyResolver.defaultResolver())),
                // Else what the lambdas were made with would stay in the file.
                ConstantPoolSharingOption.NEW_POOL);
    }

    /**
     * Changes the classes in a folder. What they extend besides must be on the class path.
     *
     * @param arguments the folder, then the beginnings of what stays as it is, such as {@code org/sprechstunde/}
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<String> untouched = List.of(arguments).subList(1, arguments.length);
        Map<String, byte[]> before = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(SUFFIX)).toList()) {
                String name = folder.relativize(file).toString();
                if (untouched.stream().noneMatch(name::startsWith)) {
                    before.put(name, Files.readAllBytes(file));
                }
            }
        }
        for (Map.Entry<String, byte[]> changed : of(before).entrySet()) {
            Files.write(folder.resolve(changed.getKey()), changed.getValue());
        }
    }

    /**
     * Gives the classes that change, and the new ones.
     *
     * @param classes by file, such as {@code org/sprechstunde/Town.class}
     * @throws IllegalStateException if one of them is none that a JVM would take
     */
    static Map<String, byte[]> of(Map<String, byte[]> classes) {
        var desugar = new Desugar(classes);
        desugar.classes.keySet().forEach(desugar::desugar);
        desugar.newMembers.forEach(desugar::enlarge);
        desugar.changed.forEach(desugar::verify);
        return desugar.changed;
    }

    private void desugar(String file) {
        ClassModel host = classFile.parse(bytes(file));
        var methods = new HostMethods(host);
        Map<String, LambdaClass> made = new LinkedHashMap<>();
        // May be asked twice for one method, if its jumps turn out to be long ones.
        CodeTransform calls = (code, element) -> {
            Optional<Lambda> found =
                    element instanceof InvokeDynamicInstruction call ? Lambda.of(call) : Optional.empty();
            found.filter(lambda -> methods.mayBeCalled(lambda.body()))
                    .ifPresentOrElse(
                            lambda -> {
                                var lambdas = made.computeIfAbsent(
                                        key(lambda), _ -> new LambdaClass(beside(host, made.size())));
                                methods.open(lambda.body());
                                code.invokestatic(lambdas.name(), lambdas.factory(lambda), lambda.site());
                            },
                            () -> code.with(element));
        };
        byte[] without = classFile.transformClass(host, ClassTransform.transformingMethodBodies(calls));
        if (made.isEmpty()) {
            return;
        }
        Optional<ClassDesc> nest = methods.nestHost();
        changed.put(
                file,
                nest.isPresent() ? without : classFile.transformClass(classFile.parse(without), methods.opened()));
        for (LambdaClass lambdas : made.values()) {
            changed.put(file(lambdas.name()), lambdas.bytes(host.majorVersion(), nest));
            nest.ifPresent(name -> newMembers
                    .computeIfAbsent(file(name), _ -> new ArrayList<>())
                    .add(lambdas.name()));
        }
    }

    /**
     * Lambdas of java.util.function share a class: no two of its interfaces have a default method in common, and nobody asks an
     * object which of them it is. But the JDK asks a Consumer whether it takes numbers, and of other interfaces we cannot know.
     */
    private static String key(Lambda lambda) {
        String type = lambda.type().descriptorString();
        return type.startsWith(ALL_FUNCTIONS) && !NUMBERS.matcher(type).matches() ? ALL_FUNCTIONS : type;
    }

    private static ClassDesc beside(ClassModel host, int number) {
        return ClassDesc.ofInternalName(host.thisClass().asInternalName() + "$$Lambdas" + number);
    }

    /** Members of a nest are only those that its host knows. */
    private void enlarge(String nestHost, List<ClassDesc> added) {
        ClassModel host = classFile.parse(bytes(nestHost));
        List<ClassDesc> members = new ArrayList<>(host.findAttribute(Attributes.nestMembers()).stream()
                .flatMap(nest -> nest.nestMembers().stream())
                .map(ClassEntry::asSymbol)
                .toList());
        members.addAll(added);
        ClassTransform others = ClassTransform.dropping(NestMembersAttribute.class::isInstance);
        ClassTransform all =
                ClassTransform.endHandler(builder -> builder.with(NestMembersAttribute.ofSymbols(members)));
        changed.put(nestHost, classFile.transformClass(host, others.andThen(all)));
    }

    private void verify(String file, byte[] bytes) {
        List<VerifyError> wrong = classFile.verify(bytes);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(file, wrong.getFirst());
        }
    }

    private @Nullable InputStream known(ClassDesc type) {
        byte[] bytes = type.isClassOrInterface() ? classes.get(file(type)) : null;
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    private byte[] bytes(String file) {
        return Optional.ofNullable(changed.getOrDefault(file, classes.get(file)))
                .orElseThrow();
    }

    private static String file(ClassDesc name) {
        String descriptor = name.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1) + SUFFIX;
    }
}
