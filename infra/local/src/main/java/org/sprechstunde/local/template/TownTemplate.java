package org.sprechstunde.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sprechstunde.local.access.Grant;

/** What a town consists of, as its template says, with every reference resolved. */
public record TownTemplate(
        List<TableSpec> tables,
        List<BucketSpec> buckets,
        List<SecretSpec> secrets,
        List<TopicSpec> topics,
        List<String> signingKeys,
        List<FunctionSpec> functions,
        List<RouteSpec> routes,
        Map<String, Set<Grant>> grants) {

    /** The name of a stack whose name does not matter. */
    public static final String STACK = "sprechstunde";

    public static TownTemplate read(Path file, Map<String, String> parameters) throws IOException {
        return read(Files.readString(file), parameters);
    }

    public static TownTemplate read(String yaml, Map<String, String> parameters) {
        return read(yaml, parameters, STACK);
    }

    /**
     * Reads a template as if it were deployed.
     *
     * @param parameters values of its parameters; what is not given takes its default
     * @param stack its name, with which the names of its stores begin
     * @throws TemplateException if it does not make sense
     */
    public static TownTemplate read(String yaml, Map<String, String> parameters, String stack) {
        var resolver =
                new IntrinsicResolver(Scope.of(TemplateYaml.read(yaml), parameters, PseudoParameters.local(stack)));
        var resources = new Stack(resolver);
        List<FunctionSpec> functions = resources.read("AWS::Serverless::Function", FunctionReader::read);
        return new TownTemplate(
                resources.read("AWS::DynamoDB::Table", StoreReader::table),
                resources.read("AWS::S3::Bucket", StoreReader::bucket),
                resources.read("AWS::SecretsManager::Secret", StoreReader::secret),
                new TopicReader(resources).topics(),
                StoreReader.signingKeys(resources),
                functions,
                new ApiReader(resources, functions).routes(),
                GrantReader.read(resources));
    }

    public FunctionSpec function(String logicalId) {
        return functions.stream()
                .filter(function -> function.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow(() -> new TemplateException("no function is called " + logicalId));
    }
}
