"""What `sam deploy` takes from samconfig.toml in the working directory for the template that is named, by SAM's own code."""

import json
import sys

import tomlkit
from samcli.cli.types import CfnParameterOverridesType
from samcli.commands.deploy.deploy_context import DeployContext
from samcli.yamlhelper import yaml_parse

with open("samconfig.toml", encoding="utf-8") as file:
    configured = tomlkit.parse(file.read())["default"]["deploy"]["parameters"]["parameter_overrides"]
answers = CfnParameterOverridesType().convert(str(configured), None, None)
with open(sys.argv[1], encoding="utf-8") as file:
    parameters = DeployContext.merge_parameters(yaml_parse(file.read()), answers)
print(json.dumps({it["ParameterKey"]: it["ParameterValue"] for it in parameters if "ParameterValue" in it}))
