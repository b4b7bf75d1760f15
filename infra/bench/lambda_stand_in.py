"""What a function meets on Lambda, for benchmarks and for the run on Lambda's processor: the runtime API, which hands over one
delivery, and AWS's services behind TLS, which answer at once: the secret, and nothing else.
"""

import hashlib
import hmac
import json
import re
import ssl
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent.parent
CLIENT = HOME / "infra/local/target/runtime-client"
RUNTIME = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
PATIENCE = 240
NOBODY = "0" * 32
DOMAIN = "eu-central-1.amazonaws.com"
SECRET = {"appSecret": "app-secret", "accessToken": "token", "verifyToken": "verify", "pepper": "pepper" * 8}


def delivery(*messages):
    """What WhatsApp sends, in its own JSON."""
    number = {"display_phone_number": "4966249110", "phone_number_id": "100000000000001"}
    contact = {"profile": {"name": "Anna"}, "wa_id": "4915112345678", "user_id": "DE.1"}
    value = {"messaging_product": "whatsapp", "metadata": number, "contacts": [contact], "messages": list(messages)}
    entry = [{"id": "1", "changes": [{"value": value, "field": "messages"}]}] if messages else []
    return json.dumps({"object": "whatsapp_business_account", "entry": entry})


def text(words):
    return {"from": "4915112345678", "from_user_id": "DE.1", "id": "wamid.bench", "timestamp": str(int(time.time())),
            "type": "text", "text": {"body": words}}


class Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def body(self):
        if "chunked" not in self.headers.get("Transfer-Encoding", ""):
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        parts = b""
        while size := int(self.rfile.readline(), 16):
            parts += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return parts

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Aws(Answers):
    def do_POST(self):
        self.body()
        self.server.calls.append(self.headers["X-Amz-Target"])
        secret = {"ARN": "arn", "Name": "name", "VersionId": "one", "CreatedDate": 1, "SecretString": json.dumps(SECRET)}
        told = secret if self.server.calls[-1] == "secretsmanager.GetSecretValue" else {}
        self.answer(200, json.dumps(told).encode(), Content_Type="application/x-amz-json-1.1")


class Runtime(Answers):
    """Lambda's runtime API: one invocation, and the word on how it went."""

    def do_GET(self):
        if self.server.given:
            time.sleep(PATIENCE)
            return
        self.server.given = time.perf_counter()
        self.answer(200, self.server.event, Content_Type="application/json", Lambda_Runtime_Aws_Request_Id="one",
                    Lambda_Runtime_Deadline_Ms=str(int((time.time() + PATIENCE) * 1000)),
                    Lambda_Runtime_Invoked_Function_Arn="arn:aws:lambda:eu-central-1:111122223333:function:webhook")

    def do_POST(self):
        self.server.answered = time.perf_counter()
        self.server.told = (self.path.rsplit("/", 1)[1], self.body().decode())
        self.answer(202)
        self.server.ended.set()


def event(method, path, body="", route="", **headers):
    """As API Gateway hands it over, once it has found the mayor's token good."""
    http = {"method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "test"}
    jwt = {"claims": {"sub": "mayor"}, "scopes": ["sprechstunde/mayor"]}
    return json.dumps({
        "version": "2.0", "routeKey": f"{method} {route or path}", "rawPath": path, "rawQueryString": "",
        "headers": {"content-type": "application/json", **{name.replace("_", "-"): value for name, value in headers.items()}},
        "pathParameters": {"id": NOBODY},
        "requestContext": {"http": http, "requestId": "one", "stage": "$default", "authorizer": {"jwt": jwt}},
        "body": body, "isBase64Encoded": False,
    }).encode()


def webhook(*messages):
    """A delivery, signed as WhatsApp signs."""
    body = delivery(*messages)
    signature = hmac.new(SECRET["appSecret"].encode(), body.encode(), hashlib.sha256).hexdigest()
    return event("POST", "/webhook", body, x_hub_signature_256=f"sha256={signature}")


def enquiry(method, rest="", body=""):
    """Of an enquiry that nobody has."""
    path = f"/api/enquiries/{NOBODY}{rest}"
    return event(method, path, body, f"/api/enquiries/{{id}}{rest}", idempotency_key="one")


def told_of(*key):
    """As the table's stream tells of a new task."""
    keys = {name: {"S": value} for name, value in zip(("pk", "sk"), key)}
    return json.dumps({"Records": [{"eventName": "INSERT", "dynamodb": {"Keys": keys}}]}).encode()


def serve(handler, port=0):
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.calls, server.given, server.told, server.ended = [], 0, ("nothing", ""), threading.Event()
    server.handle_error = lambda *_: None
    return server


def start(server):
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def certificate(folder, name):
    """For localhost and for AWS's services, signed by itself."""
    key, file = folder / f"{name}.key", folder / f"{name}.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                    "-addext", f"subjectAltName=DNS:localhost,DNS:*.{DOMAIN}", "-keyout", key, "-out", file], check=True, capture_output=True)
    return file, key


def environment(address, runtime):
    """As the template gives it, with each parameter's default; where it names what AWS has made, an address. On AWS nobody tells
    a function where the services are: then there is no address."""
    template = (HOME / "template.yaml").read_text(encoding="utf-8")
    variables = template[template.index("      Variables:"):template.index("\nResources:")]
    values = {name: f"https://localhost/{name}" for name in re.findall(r"^        ([A-Z_]+):", variables, re.MULTILINE)}
    for name, parameter in re.findall(r"^        ([A-Z_]+): !Ref (\w+)$", variables, re.MULTILINE):
        default = re.search(rf"^  {parameter}:\n(?:    .*\n)*?    Default: (.*)$", template, re.MULTILINE)
        if default:
            values[name] = default.group(1).strip("'\"")
    # The compiler is the runtime's own choice for Java 25; by the function's memory the JVM chooses the size of its heap.
    options = " ".join(re.search(r"JAVA_TOOL_OPTIONS: >-\n((?: {10}.*\n)+)", variables)[1].split()) + " -XX:TieredStopAtLevel=1 -XX:MaxRAM=1769m"
    if address:
        values.update({f"AWS_ENDPOINT_URL_{name}": address for name in ("DYNAMODB", "S3", "SECRETS_MANAGER", "SNS")})
    values.update(AWS_REGION="eu-central-1", AWS_ACCESS_KEY_ID="test", AWS_SECRET_ACCESS_KEY="test", AWS_MAX_ATTEMPTS="1",
                  AWS_LAMBDA_RUNTIME_API=f"127.0.0.1:{runtime}", AWS_LAMBDA_FUNCTION_NAME="webhook",
                  AWS_LAMBDA_FUNCTION_MEMORY_SIZE="1769", LANG="C.UTF-8", WHATSAPP_PHONE_NUMBER_ID="100000000000001",
                  JAVA_TOOL_OPTIONS=options)
    return values


class Town:
    """Runtime API and AWS for one instance, which gets one event. Who is not told where AWS is must find it here by its own names."""

    def __init__(self, certificate_and_key, given, endpoint=True):
        self.aws, self.runtime = serve(Aws, 0 if endpoint else 443), serve(Runtime)
        self.runtime.event = given
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate_and_key)
        self.aws.socket = context.wrap_socket(self.aws.socket, server_side=True, do_handshake_on_connect=False)
        port = start(self.aws)
        self.environment = environment(f"https://localhost:{port}" if endpoint else "", start(self.runtime))

    def wait(self, process):
        """Until it has answered; false if it ended or took too long."""
        until = time.time() + PATIENCE
        while not self.runtime.ended.wait(0.05):
            if process.poll() is not None or time.time() > until:
                return False
        return True

    def close(self):
        for server in (self.aws, self.runtime):
            server.shutdown()
            server.server_close()
