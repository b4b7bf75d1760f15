package org.sprechstunde.acceptance.simulation;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.sprechstunde.repository.Repository;

/** Our functions with one mistake in them: the changed class compiled, and in front of the others for a class loader of its own. */
final class MutatedClasses {
    private static final Path SOURCES = Repository.file("functions/src/main/java/org/sprechstunde");

    private final CodeMutation mutation;
    private final Path home;

    private MutatedClasses(CodeMutation mutation) {
        this.mutation = mutation;
        this.home = Repository.file("infra/acceptance/target/mutants")
                .resolve(mutation.name().toLowerCase(Locale.ROOT));
    }

    /** Compiles the mistake; whoever changes the place in the source must say here how the mistake looks now. */
    static MutatedClasses of(CodeMutation mutation) throws IOException {
        var mutant = new MutatedClasses(mutation);
        mutant.compile();
        return mutant;
    }

    private void compile() throws IOException {
        Path source = home.resolve("src").resolve(mutation.type() + ".java");
        Files.createDirectories(source.getParent());
        Files.createDirectories(classes());
        Files.writeString(source, mutation.in(Files.readString(SOURCES.resolve(mutation.type() + ".java"))));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of("-d", classes().toString(), "-cp", classPath(), "-parameters", "-nowarn");
            boolean done = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            if (!done) {
                throw new IllegalStateException(mutation + " does not compile: " + said);
            }
        }
    }

    private Path classes() {
        return home.resolve("classes");
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Runs the schedules of the mutation's flows on these classes, and tells what {@link ScheduleSearch} said. */
    String search() throws IOException, ReflectiveOperationException {
        try (var loader = new MutantClassLoader(classes() + File.pathSeparator + classPath())) {
            Method search = loader.loadClass(ScheduleSearch.class.getName()).getDeclaredMethod("search", String.class);
            search.setAccessible(true);
            return (String) search.invoke(null, mutation.name());
        }
    }
}
