package org.sprechstunde.acceptance.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sprechstunde.repository.PinnedTool;
import org.sprechstunde.repository.Repository;

/**
 * Every line of a policy grants or denies something, by AWS's list of actions. IAM takes a line that does not without a
 * word; whether the lines suffice for what the functions call is PermissionsTest's.
 */
@Tag("full")
class PolicyLintTest {
    private static final Path SCRIPT = Repository.file("infra/acceptance/src/test/resources/template/policies.py");

    @Test
    void noLineIsInVain() throws IOException, InterruptedException {
        assertThat(complaintsOf(WrittenTemplate.deployed())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        - dynamodb:Scan         | - dynamodb:ScanAll        | AWS does not know dynamodb:ScanAll
        ${Table.Arn}/index/     | ${Table.Arn}/indices/     | dynamodb:Query cannot be done to
        - s3:ListBucket         | - s3:GetObject            | s3:GetObject cannot be done to
        s3:signatureAge         | s3:ageOfSignature         | knows no s3:ageOfSignature
        """)
    void oneIsFound(String written, String instead, String complaint) throws IOException, InterruptedException {
        assertThat(complaintsOf(WrittenTemplate.deployed().with(written, instead)))
                .contains(complaint);
    }

    private static String complaintsOf(WrittenTemplate template) throws IOException, InterruptedException {
        Process process = PinnedTool.LINTERS_PYTHON
                .command(List.of(SCRIPT.toString()))
                .redirectErrorStream(true)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(Transformed.of(template).template().text().getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.strip();
    }
}
