package org.sprechstunde.desugar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DesugarTest {
    private static final String SAMPLES = "org/sprechstunde/desugar/Lambdas";

    /** Defines what it is given, and asks others for nothing of this package. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(ClassLoader.getPlatformClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name.replace('.', '/') + ".class");
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    @Test
    void plainClassesAnswerWhatTheLambdasDid() throws Exception {
        Map<String, byte[]> before = samples();

        Map<String, byte[]> changed = Desugar.of(before);

        Map<String, byte[]> after = new HashMap<>(before);
        after.putAll(changed);
        assertThat(changed).hasSizeGreaterThan(before.size());
        assertThat(answers(after)).isEqualTo(new Lambdas().get());
    }

    @Test
    void onlyWhatCanBeSerializedStaysALambda() throws Exception {
        Map<String, byte[]> after = new HashMap<>(samples());
        long before = lambdas(after);
        after.putAll(Desugar.of(after));

        assertThat(before).isGreaterThan(30);
        assertThat(lambdas(after))
                .as("the one that can be serialized, and how it is read")
                .isEqualTo(2);
    }

    @Test
    void aSecondTimeChangesNothing() throws Exception {
        Map<String, byte[]> once = new HashMap<>(samples());
        once.putAll(Desugar.of(once));

        assertThat(Desugar.of(once)).isEmpty();
    }

    @Test
    void aFolderIsChangedInPlace(@TempDir Path folder) throws Exception {
        for (Map.Entry<String, byte[]> file : samples().entrySet()) {
            Path to = folder.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue());
        }

        Desugar.main(new String[] {folder.toString()});

        Map<String, byte[]> after = read(folder);
        assertThat(after).containsKeys(SAMPLES + "$$Lambdas0.class");
        assertThat(answers(after)).isEqualTo(new Lambdas().get());
    }

    /** Java 8 knows no nests: what was private is called by its package, or stays as it is. */
    @Test
    void whatIsOlderThanNestsAnswersTheSame(@TempDir Path folder) throws Exception {
        Path source = Files.createDirectories(folder.resolve("org/sprechstunde/desugar"))
                .resolve("Lambdas.java");
        Files.writeString(source, """
            package org.sprechstunde.desugar;
            import java.util.*;
            import java.util.function.*;
            public class Lambdas implements Supplier<List<String>> {
                private final String mine = "mine";
                interface Named {
                    default Supplier<String> name() { return () -> "named " + getClass().isInterface(); }
                    default Supplier<String> fixed() { return () -> "fixed"; }
                }
                public List<String> get() {
                    int one = 1;
                    Supplier<String> still = () -> "still " + one;
                    Supplier<String> own = () -> mine + one;
                    Function<Object, String> reference = String::valueOf;
                    Named named = new Named() {};
                    return Arrays.asList(
                            still.get(), own.get(), reference.apply(2), named.name().get(), named.fixed().get());
                }
            }
            """);
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", "8", "-Xlint:-options", source.toString());
        Map<String, byte[]> before = read(folder);
        Map<String, byte[]> after = new HashMap<>(before);
        after.putAll(Desugar.of(before));

        assertThat(compiled).isZero();
        assertThat(lambdas(before)).isEqualTo(5);
        assertThat(lambdas(after)).as("one of an object, two of an interface").isEqualTo(3);
        assertThat(answers(after)).asString().isEqualTo("[still 1, mine1, 2, named false, fixed]");
    }

    private static Map<String, byte[]> samples() throws IOException, URISyntaxException {
        Path here = Path.of(DesugarTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Map<String, byte[]> samples = read(here);
        samples.keySet().removeIf(file -> !file.startsWith(SAMPLES));
        return samples;
    }

    private static Map<String, byte[]> read(Path folder) throws IOException {
        Map<String, byte[]> classes = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(file -> {
                try {
                    classes.put(folder.relativize(file).toString(), Files.readAllBytes(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return classes;
    }

    private static List<?> answers(Map<String, byte[]> classes) throws ReflectiveOperationException {
        Class<?> type = new Loader(classes).loadClass(SAMPLES.replace('/', '.'));
        return (List<?>) ((Supplier<?>) type.getConstructor().newInstance()).get();
    }

    private static long lambdas(Map<String, byte[]> classes) {
        return classes.values().stream()
                .flatMap(bytes -> ClassFile.of().parse(bytes).methods().stream())
                .flatMap(method -> method.code().stream())
                .flatMap(DesugarTest::elements)
                .filter(InvokeDynamicInstruction.class::isInstance)
                .map(InvokeDynamicInstruction.class::cast)
                .filter(call -> call.bootstrapMethod().owner().displayName().equals("LambdaMetafactory"))
                .count();
    }

    private static Stream<CodeElement> elements(Iterable<CodeElement> code) {
        return StreamSupport.stream(code.spliterator(), false);
    }
}
