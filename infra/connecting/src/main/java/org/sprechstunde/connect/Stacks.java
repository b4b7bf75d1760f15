package org.sprechstunde.connect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.Region;

/** CloudFormation's one call that is needed here; the SDK's module for it would outweigh all the rest. */
record Stacks(URI address, Region region, AwsCredentialsProvider credentials, SdkHttpClient http) {

    /** The outputs and parameters of the stack {@code name}. */
    DeployedStack describe(String name) {
        Response response = call("Action=DescribeStacks&Version=2010-05-15&StackName=" + GraphClient.encoded(name));
        if (response.status() == 400
                && response.xml().getElementsByTagName("Code").getLength() > 0) {
            String code = response.xml().getElementsByTagName("Code").item(0).getTextContent();
            throw code.equals("ValidationError")
                    ? new AdminMustAct("stack.missing", name, region.id())
                    : new AdminMustAct("aws.refused", "cloudformation:DescribeStacks", code);
        }
        if (response.status() != 200) {
            throw new AdminMustAct("aws.refused", "cloudformation:DescribeStacks", response.status());
        }
        return new DeployedStack(pairs(response.xml(), "Output"), pairs(response.xml(), "Parameter"));
    }

    private record Response(int status, Document xml) {}

    private Response call(String form) {
        try {
            SignedRequest signed = signed(form);
            HttpExecuteResponse answer = http.prepareRequest(HttpExecuteRequest.builder()
                            .request(signed.request())
                            .contentStreamProvider(signed.payload().orElseThrow())
                            .build())
                    .call();
            try (InputStream in = answer.responseBody().orElseThrow()) {
                return new Response(answer.httpResponse().statusCode(), xml(in.readAllBytes()));
            }
        } catch (SdkClientException _) {
            throw new AdminMustAct("aws.credentials");
        } catch (IOException _) {
            throw new AdminMustAct("aws.unreachable", "cloudformation:DescribeStacks");
        }
    }

    private SignedRequest signed(String form) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .uri(address)
                .encodedPath("/")
                .method(SdkHttpMethod.POST)
                .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .putHeader("Content-Length", "" + form.getBytes(StandardCharsets.UTF_8).length)
                .build();
        return AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(ContentStreamProvider.fromUtf8String(form))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "cloudformation")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
    }

    private static Document xml(byte[] bytes) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not XML", e);
        }
    }

    /** All {@code <kindKey>} with their {@code <kindValue>}. */
    private static Map<String, String> pairs(Document xml, String kind) {
        Map<String, String> pairs = new LinkedHashMap<>();
        NodeList keys = xml.getElementsByTagName(kind + "Key");
        for (int i = 0; i < keys.getLength(); i++) {
            Element member = (Element) keys.item(i).getParentNode();
            NodeList values = member.getElementsByTagName(kind + "Value");
            pairs.put(
                    keys.item(i).getTextContent(),
                    values.getLength() == 0 ? "" : values.item(0).getTextContent());
        }
        return pairs;
    }
}
