"""Click in Indonesian: help pages and usage errors as this program's users read them."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Sequence


_WRITTEN = f"{__name__}.written"


class WrongUsage(click.UsageError):
    """A usage error whose message is Indonesian already."""


class Perintah(click.Command):
    """A command whose help page is Indonesian, and whose options can be read anew."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What is left of `args`, which are kept as they are written."""
        ctx.meta[_WRITTEN] = tuple(args)
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how the command is called."""
        pieces = (piece for parameter in self.get_params(ctx) for piece in parameter.get_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, " ".join(("[PILIHAN]", *pieces)), prefix="Pemakaian: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under an Indonesian heading."""
        _write_options(self, ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows this page."""
        return _in_indonesian(super().get_help_option(ctx))


class Kelompok(click.Group):
    """A group of commands whose help page is Indonesian."""

    command_class = Perintah
    group_class = type

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how the command is called."""
        formatter.write_usage(ctx.command_path, "[PILIHAN] PERINTAH …", prefix="Pemakaian: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands under Indonesian headings."""
        _write_options(self, ctx, formatter)
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Perintah"):
            formatter.write_dl([(name, command.get_short_help_str(100)) for name, command in commands if command])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that `args` names. Raises `WrongUsage` when there is none of that name."""
        if args and self.get_command(ctx, args[0]) is None:
            near = get_close_matches(args[0], self.commands, n=1)
            raise WrongUsage(f"Perintah “{args[0]}” tidak dikenal.{_meant(near)}", ctx)
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands in the order in which they were written, the most used first."""
        return list(self.commands)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows this page."""
        return _in_indonesian(super().get_help_option(ctx))


def options_anew(context: click.Context) -> dict[str, Any]:
    """The options of the command that runs in `context`, with the files that set them as they were saved last.

    Raises what reading the command line raises.
    """
    written = list(context.meta[_WRITTEN])
    with context.command.make_context(context.info_name, written, parent=context.parent) as fresh:
        return dict(fresh.params)


def usage_message(error: click.ClickException) -> str:
    """One Indonesian sentence for what click found wrong with the command line."""
    match error:
        case WrongUsage():
            return error.message
        case click.NoSuchOption():
            return f"Pilihan “{error.option_name}” tidak dikenal.{_meant(error.possibilities)}"
        case click.BadOptionUsage():
            return f"Pilihan “{error.option_name}” tidak dapat dipakai begitu; lihat --help."
        case click.BadParameter():
            return f"{_parameter(error.param)} {_fault(error)}"
        case _:
            return "Ada yang berlebih atau keliru pada perintah ini; lihat --help."


def _write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    options = (parameter for parameter in command.get_params(ctx) if isinstance(parameter, click.Option))
    with formatter.section("Pilihan"):
        formatter.write_dl([record for option in options if (record := option.get_help_record(ctx))])


def _in_indonesian(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Tampilkan halaman ini."
    return option


def _meant(possibilities: Sequence[str] | None) -> str:
    return f" Maksud Anda “{min(possibilities)}”?" if possibilities else ""


def _parameter(param: click.Parameter | None) -> str:
    if param is None:
        return "Sebuah nilai"
    return f"Pilihan “{param.opts[0]}”" if isinstance(param, click.Option) else str(param.metavar or param.name)


def _fault(error: click.BadParameter) -> str:
    if isinstance(error, click.MissingParameter):
        return "belum disebut."
    if error.param is not None and isinstance(error.param.type, click.Choice):
        return f"harus salah satu dari: {', '.join(map(str, error.param.type.choices))}."
    if error.param is not None and isinstance(error.param.type, click.IntRange):
        return f"harus bilangan bulat dari {error.param.type.min} sampai {error.param.type.max}."
    return "tidak dapat dipakai."
