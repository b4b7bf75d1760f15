"""Every property in CloudFormation's schemas whose name speaks of what keeps a resource from being deleted."""

import json
import os
import re

import cfnlint

FOLDER = os.path.join(os.path.dirname(cfnlint.__file__), "data", "schemas", "resources")
SPEAKS = re.compile(r"(delet|terminat)\w*protect|protect\w*(delet|terminat)|disableapiterminat|^lockconfig|objectlock"
                    r"|snaplockconfig|retentionlocktype", re.IGNORECASE)


def names(node):
    if isinstance(node, dict):
        yield from node.get("properties", {}) if isinstance(node.get("properties"), dict) else ()
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from names(child)


for file in sorted(os.listdir(FOLDER)):
    with open(os.path.join(FOLDER, file), encoding="utf-8") as opened:
        schema = json.load(opened)
    for name in sorted(set(names(schema))):
        if SPEAKS.search(name):
            print(schema["typeName"], name)
