"""The settings of the project file as defaults of the options of a command: the command line wins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from click.core import ParameterSource

if TYPE_CHECKING:
    from collections.abc import Mapping

    import click

    from indikator_rules.importers.project import ProjectSetting

_PARAMETERS = {"aturan": "folder", "format": "bentuk"}
"""Options whose parameter has another name."""
_WRITES = "periksa"
"""The command that writes what the file sets of the output."""


def set_defaults(context: click.Context, _argument: click.Parameter, value: Any) -> Any:
    """`value`, the first input among it, after the project file above that has set the defaults of the command.

    Called before any option is read. Raises DocumentError for a project file that cannot be used.
    """
    from indikator_rules.importers.project import find_project, read_project

    first = value[0] if isinstance(value, tuple) and value else value
    file = find_project("." if first in {None, "-"} else str(first))
    if file is not None:
        judging, output = read_project(file)
        writes = context.command.name == _WRITES
        context.default_map = {
            parameter(name): setting.value for name, setting in {**judging, **(output if writes else {})}.items()
        }
        context.meta[__name__] = {**judging, **{f"keluaran: {name}": setting for name, setting in output.items()}}
    return value


def project_settings(context: click.Context) -> Mapping[str, ProjectSetting]:
    """What the project file sets for the command that runs, by the names of the file; nothing where there is none."""
    settings: Mapping[str, ProjectSetting] = context.meta.get(__name__, {})
    return settings


def parameter(name: str) -> str:
    """The parameter of a command that the option `name` fills."""
    return _PARAMETERS.get(name, name.replace("-", "_"))


def is_on_command_line(context: click.Context, name: str) -> bool:
    """Whether the user wrote the option `name`."""
    return context.get_parameter_source(parameter(name)) is ParameterSource.COMMANDLINE
