package org.sprechstunde.acceptance.artefact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.sprechstunde.repository.Repository;

/** The jar that is deployed. The module that builds it comes first, so it is of this build. */
record Artefact(Path jar) {
    private static final String CLASS = ".class";
    private static final ClassDesc METAFACTORY = ClassDesc.of("java.lang.invoke.LambdaMetafactory");

    static Artefact ofThisBuild() {
        return new Artefact(Repository.file("infra/package/target/functions.jar"));
    }

    /** What it is made of, before what nothing reaches is left out. */
    static Artefact whole() {
        return new Artefact(Repository.file("infra/package/target/whole.jar"));
    }

    /** The CRT's library, which is deployed beside it. */
    static Path library() {
        return Repository.file("infra/package/target/lib/libaws-crt-jni.so");
    }

    long bytes() {
        try {
            return Files.size(jar);
        } catch (IOException e) {
            throw new UncheckedIOException("run mvn package first", e);
        }
    }

    /** The names of all files in it. */
    List<String> files() {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file in it. */
    String text(String name) {
        try (var zip = new ZipFile(jar.toFile())) {
            return new String(read(zip, name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all classes in it, with dots. */
    Set<String> classes() {
        return files().stream()
                .filter(Artefact::isClass)
                .map(file -> file.substring(0, file.length() - CLASS.length()).replace('/', '.'))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The words of its files and the texts of its classes, by file; not of the page, which names no class. */
    Map<String, List<String>> texts() {
        try (var zip = new ZipFile(jar.toFile())) {
            Map<String, List<String>> texts = new TreeMap<>();
            for (String file : files()) {
                if (!file.startsWith("page/")) {
                    byte[] bytes = read(zip, file);
                    texts.put(file, isClass(file) ? constants(bytes) : words(bytes));
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many lambdas the JVM would make for each class, where it is any. */
    Map<String, Long> lambdas() {
        try (var zip = new ZipFile(jar.toFile())) {
            Map<String, Long> lambdas = new TreeMap<>();
            for (String file : files()) {
                long made = isClass(file) ? lambdas(read(zip, file)) : 0;
                if (made > 0) {
                    lambdas.put(file, made);
                }
            }
            return lambdas;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lambdas(byte[] bytes) {
        return ClassFile.of().parse(bytes).methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(CodeModel::elementStream)
                .filter(element -> element instanceof InvokeDynamicInstruction call
                        && call.bootstrapMethod().owner().equals(METAFACTORY))
                .count();
    }

    private static boolean isClass(String file) {
        return file.endsWith(CLASS);
    }

    private static List<String> constants(byte[] bytes) {
        List<String> constants = new ArrayList<>();
        for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
            if (entry instanceof StringEntry text) {
                constants.add(text.stringValue());
            }
        }
        return constants;
    }

    private static List<String> words(byte[] bytes) {
        return List.of(new String(bytes, StandardCharsets.UTF_8).split("[\\s,]+", -1));
    }

    private static byte[] read(ZipFile zip, String name) throws IOException {
        try (var file = zip.getInputStream(zip.getEntry(name))) {
            return file.readAllBytes();
        }
    }
}
