"""What `sam deploy` takes from samconfig.toml in the working directory, by SAM's own code."""

import json

import tomlkit
from samcli.cli.types import CfnParameterOverridesType

with open("samconfig.toml", encoding="utf-8") as file:
    configured = tomlkit.parse(file.read())["default"]["deploy"]["parameters"]["parameter_overrides"]
print(json.dumps(CfnParameterOverridesType().convert(str(configured), None, None)))
