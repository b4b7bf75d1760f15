package org.sprechstunde.local;

/** A server that the town consists of, on a port of its own or, for some, somewhere else. */
enum Part {
    PAGE("page, API and webhook", "SPRECHSTUNDE_PORT", 8080, ""),
    META("citizen's phone", "SPRECHSTUNDE_META_PORT", 8081, "WHATSAPP_API_URL"),
    OIDC("login", "SPRECHSTUNDE_OIDC_PORT", 8082, "OIDC_ISSUER"),
    DYNAMODB("DynamoDB", "SPRECHSTUNDE_DYNAMODB_PORT", 8083, "AWS_ENDPOINT_URL_DYNAMODB"),
    S3("S3", "SPRECHSTUNDE_S3_PORT", 8084, "AWS_ENDPOINT_URL_S3"),
    SECRETS(
            "Secrets Manager, KMS, CloudFormation, Cognito, API Gateway",
            "SPRECHSTUNDE_SECRETS_PORT",
            8085,
            "AWS_ENDPOINT_URL_SECRETS_MANAGER"),
    MAIL("mayor's e-mails", "SPRECHSTUNDE_SNS_PORT", 8086, "AWS_ENDPOINT_URL_SNS");

    private final String label;
    private final String portVariable;
    private final int defaultPort;
    private final String elsewhereVariable;

    Part(String label, String portVariable, int defaultPort, String elsewhereVariable) {
        this.label = label;
        this.portVariable = portVariable;
        this.defaultPort = defaultPort;
        this.elsewhereVariable = elsewhereVariable;
    }

    String label() {
        return label;
    }

    String portVariable() {
        return portVariable;
    }

    int defaultPort() {
        return defaultPort;
    }

    /** The variable that can point this part somewhere else; empty if none can. */
    String elsewhereVariable() {
        return elsewhereVariable;
    }
}
