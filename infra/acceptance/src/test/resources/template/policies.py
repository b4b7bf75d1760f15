"""Reads what CloudFormation gets and prints what in its policies grants nothing, by AWS's own list of actions, a line each.

An action that AWS does not know, an action on what it cannot be done to, a resource that no action is for, and a
condition on what the action never knows: AWS takes them all and says nothing. The list is policy_sentry's.
"""

import json
import re
import sys

from policy_sentry.querying.actions import get_action_data, get_actions_for_service
from policy_sentry.util.arns import does_arn_match

ACCOUNT, REGION, STACK = "111122223333", "eu-central-1", "sprechstunde"
PSEUDO = {
    "AWS::AccountId": ACCOUNT,
    "AWS::Partition": "aws",
    "AWS::Region": REGION,
    "AWS::StackName": STACK,
    "AWS::URLSuffix": "amazonaws.com",
}
# What AWS names each thing, as far as policies speak of it: a policy of another type of thing fails here.
ARNS = {
    "AWS::DynamoDB::Table": f"arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/{{}}",
    "AWS::KMS::Key": f"arn:aws:kms:{REGION}:{ACCOUNT}:key/{{}}",
    # AWS writes ":*" after the group's name: every stream in it.
    "AWS::Logs::LogGroup": f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:{{}}:log-stream:any",
    "AWS::S3::Bucket": "arn:aws:s3:::{}",
    "AWS::SNS::Topic": f"arn:aws:sns:{REGION}:{ACCOUNT}:{{}}",
    "AWS::SecretsManager::Secret": f"arn:aws:secretsmanager:{REGION}:{ACCOUNT}:secret:{{}}",
}
REF_IS_ARN = {"AWS::SNS::Topic", "AWS::SecretsManager::Secret"}
# In these policies '*' means the thing itself.
SPEAKS_OF_ITSELF = {"AWS::DynamoDB::Table", "AWS::KMS::Key"}
# As AWS publishes it for CloudWatch Logs; a look at a key has no encryption context.
AS_PUBLISHED = "Key.LogGroupsOfThisStack: kms:DescribeKey knows no kms:EncryptionContext:aws:logs:arn"

template = json.load(sys.stdin)
resources, parameters = template["Resources"], template["Parameters"]


def arn(name):
    return ARNS[resources[name]["Type"]].format(name.lower())


def ref(name):
    if name in PSEUDO:
        return PSEUDO[name]
    if name in parameters:
        return parameters[name].get("Default", "")
    return arn(name) if resources[name]["Type"] in REF_IS_ARN else name.lower()


def attribute(name, what):
    if what == "StreamArn":
        return arn(name) + "/stream/2026-01-01T00:00:00.000"
    if what != "Arn":
        raise ValueError(f"a policy speaks of {name}.{what}")
    return arn(name)


def placeholder(found):
    name, _, what = found.group(1).partition(".")
    return attribute(name, what) if what else ref(name)


def resolved(node):
    """As CloudFormation would write it in an account; whatever a condition leaves out is left in."""
    if isinstance(node, list):
        return [resolved(part) for part in node if part != {"Ref": "AWS::NoValue"}]
    if not isinstance(node, dict):
        return str(node).lower() if isinstance(node, bool) else str(node)
    match next(iter(node.items()), None):
        case ("Ref", name):
            return ref(name)
        case ("Fn::GetAtt", [name, what]):
            return attribute(name, what)
        case ("Fn::Sub", text):
            return re.sub(r"\$\{([^}]+)}", placeholder, text)
        case ("Fn::If", [_, yes, no]):
            return resolved(no if yes == {"Ref": "AWS::NoValue"} else yes)
        case _:
            return {key: resolved(value) for key, value in node.items()}


def statements(node, where):
    """All but who may take a role on, which has no resource."""
    if where.endswith("AssumeRolePolicyDocument"):
        return
    if isinstance(node, dict) and "Statement" in node:
        for statement in resolved(node["Statement"]):
            yield f"{where.split('/')[0]}.{statement.get('Sid', 'unnamed')}", statement
    for key, child in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield from statements(child, f"{where}/{key}")


def many(one_or_many):
    return one_or_many if isinstance(one_or_many, list) else [one_or_many]


def rows(action):
    """What AWS says of an action, once for each kind of resource that it can be done to."""
    service, name = action.split(":")
    names = [name] if name != "*" else [it.split(":")[1] for it in get_actions_for_service(service)]
    return [row for each in names for row in get_action_data(service, each).get(service, [])]


def fits(resource, row):
    kind = row["resource_arn_format"]
    return resource == kind if "*" in (resource, kind) else does_arn_match(resource, kind)


def knows(row, key):
    """AWS writes the part of a key that one chooses as ${TagKey} or <key>."""
    pattern = r"[^/]+".join(re.escape(part) for part in re.split(r"\$\{\w+}|<\w+>", row))
    return re.fullmatch(pattern, key, re.IGNORECASE)


def complaints(statement, of_itself):
    actions = {action: rows(action) for action in many(statement["Action"])}
    resources = many(statement["Resource"])
    for action, known in actions.items():
        if not known:
            yield f"AWS does not know {action}"
        elif not of_itself and not any(fits(resource, row) for resource in resources for row in known):
            yield f"{action} cannot be done to {resources}"
        for key in (key for keys in statement.get("Condition", {}).values() for key in keys):
            if known and not key.startswith("aws:") and not any(knows(it, key) for row in known for it in row["condition_keys"]):
                yield f"{action} knows no {key}"
    for resource in resources:
        if not of_itself and not any(fits(resource, row) for known in actions.values() for row in known):
            yield f"{resource} is for none of {sorted(actions)}"


found = {
    f"{where}: {complaint}"
    for name, resource in resources.items()
    for where, statement in statements(resource.get("Properties", {}), name)
    for complaint in complaints(statement, resource["Type"] in SPEAKS_OF_ITSELF)
}
# What is no longer found is no longer excused.
print("\n".join(sorted(found ^ {AS_PUBLISHED})))
