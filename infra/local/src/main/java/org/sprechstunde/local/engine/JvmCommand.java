package org.sprechstunde.local.engine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sprechstunde.local.template.FunctionSpec;

/**
 * The command line of a function's own JVM.
 *
 * @param classPath runtime client and packaged jar, as on Lambda, and a CRT for this computer's processor
 */
record JvmCommand(String classPath) {
    private static final String RUNTIME_CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    static JvmCommand in(Path home) {
        Path client = home.resolve("infra/local/target/runtime-client");
        Path functions = home.resolve("infra/package/target/functions.jar");
        if (!Files.exists(functions)) {
            throw new IllegalStateException(functions + " is missing: run mvn package first");
        }
        return new JvmCommand(String.join(
                File.pathSeparator,
                client + "/*",
                functions.toString(),
                nativeLibraries().toString()));
    }

    ProcessBuilder of(FunctionSpec function, Map<String, String> variables) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var memory = new MemoryBound(function.memory());
        List<String> words = new ArrayList<>(memory.shell());
        words.add(java);
        words.addAll(memory.flags());
        words.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                RUNTIME_CLIENT,
                function.handler()));
        var process = new ProcessBuilder(words);
        process.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        process.environment().putAll(variables);
        process.environment().put("_HANDLER", function.handler());
        return process.redirectErrorStream(true);
    }

    /** The packaged jar has none of the CRT's libraries; beside it there is the one for Lambda's processor. */
    private static Path nativeLibraries() {
        try {
            return Path.of(Class.forName("software.amazon.awssdk.crt.CRT")
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (Exception e) {
            throw new IllegalStateException("the CRT is not on the class path", e);
        }
    }
}
