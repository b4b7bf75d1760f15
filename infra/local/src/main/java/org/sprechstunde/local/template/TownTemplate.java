package org.sprechstunde.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a town consists of, as its template says, with every reference resolved. */
public record TownTemplate(
        List<TableSpec> tables,
        List<BucketSpec> buckets,
        List<SecretSpec> secrets,
        List<FunctionSpec> functions,
        List<RouteSpec> routes) {

    public static TownTemplate read(Path file, Map<String, String> parameters) throws IOException {
        return read(Files.readString(file), parameters);
    }

    /**
     * Reads a template as if it were deployed.
     *
     * @param parameters values of its parameters; what is not given takes its default
     * @throws TemplateException if it does not make sense
     */
    public static TownTemplate read(String yaml, Map<String, String> parameters) {
        var resolver = new Resolver(Scope.of(TemplateYaml.read(yaml), parameters, Pseudo.LOCAL));
        var stack = new Stack(resolver);
        List<FunctionSpec> functions = stack.read("AWS::Serverless::Function", FunctionReader::read);
        return new TownTemplate(
                stack.read("AWS::DynamoDB::Table", StoreReader::table),
                stack.read("AWS::S3::Bucket", StoreReader::bucket),
                stack.read("AWS::SecretsManager::Secret", StoreReader::secret),
                functions,
                new ApiReader(stack, functions).routes());
    }

    public FunctionSpec function(String logicalId) {
        return functions.stream()
                .filter(function -> function.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow(() -> new TemplateException("no function is called " + logicalId));
    }
}
