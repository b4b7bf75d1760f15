"""Reads the template and prints what SAM's own translator makes of it: what CloudFormation gets."""

import json
import os
import sys

from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse


class NoPolicies:
    """Our roles have policies of their own only."""

    def load(self):
        return {}


os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")
template = yaml_parse(sys.stdin.read())
# `sam deploy` has uploaded the code by then.
template["Globals"]["Function"]["CodeUri"] = "s3://bucket/functions.jar"
parameters = {name: parameter.get("Default", "") for name, parameter in template["Parameters"].items()}
print(json.dumps(transform(template, parameters, NoPolicies())))
