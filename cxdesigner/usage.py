"""What the commands take, and the help that says so."""

from __future__ import annotations

import argparse
from typing import NoReturn

_COMMANDS = """\
commands:
  new OUT [--template NAME] [--title T]   start a project from a template
  new OUT --table FILE.csv                make a project of a table
  new --list                              list the templates
  export IN… -o OUT [--map TITLE|NUMBER]  draw maps as .pdf, .svg, .png, or write them as .html, .md, .csv, .xlsx
  check FILE [--repair -o OUT]            list what is wrong with a project, or write a repaired copy
  info FILE [--json]                      say what is in a project
  diff A B [--json]                       say in what two versions of a project differ
  merge BASE OURS THEIRS -o OUT           join two versions of a project that began from BASE

"cxdesigner COMMAND --help" says more. A file that is named like a command is opened with its folder: ./new
"""


class Parser(argparse.ArgumentParser):
    """Reports a mistake in one sentence, without the usage in front."""

    def __init__(self, name: str, description: str, epilog: str = "", usage: str | None = None) -> None:
        plain = argparse.RawDescriptionHelpFormatter
        prog = f"cxdesigner {name}".strip()
        super().__init__(prog, usage, description, epilog, formatter_class=plain, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is, and exit 2."""
        self.exit(2, f"{self.prog}: {message}; “{self.prog} --help” says what it takes.\n")


def window_parser() -> Parser:
    """What the program takes where the first argument is no command."""
    usage = "cxdesigner [FILE ...] | COMMAND ... | --version | --help"
    parser = Parser("", "Draw customer journey maps, on your own computer.", _COMMANDS, usage)
    parser.add_argument("files", nargs="*", metavar="FILE", help="a project to open in a window")
    parser.add_argument("--version", action="store_true", help="say which version this is")
    return parser


def new_parser() -> Parser:
    """What `new` takes."""
    parser = Parser("new", "Start a project from a template, or make one of a table, a row a card.")
    parser.add_argument("out", nargs="?", metavar="OUT", help="the file to write, such as dinner.cxd")
    parser.add_argument("--template", metavar="NAME", help="where to start from (blank)")
    parser.add_argument("--title", metavar="T", help="the title of the project and of its first map")
    parser.add_argument(
        "--table",
        metavar="FILE",
        help="a CSV file, as “export” writes it or with columns such as Stage, Step, Lane, Kind and Text; - reads it"
        " from standard input",
    )
    parser.add_argument("--list", action="store_true", help="list the templates, and write nothing")
    parser.add_argument("--force", action="store_true", help="write over OUT if it is there")
    return parser


def export_parser() -> Parser:
    """What `export` takes."""
    from cxdesigner.export.flags import add_to
    from cxdesigner.export.options import KINDS

    parser = Parser("export", "Draw maps of projects as files; the extension of OUT says of which kind.")
    parser.add_argument("file", metavar="IN", nargs="+", help="a project, or several; - reads one from standard input")
    parser.add_argument(
        "-o",
        "--out",
        metavar="OUT",
        help="a .pdf, .svg, .png, .html, .md, .csv or .xlsx file; a folder, for several projects; - writes to standard"
        " output",
    )
    parser.add_argument("--kind", choices=KINDS, help="what to write to standard output or into a folder (pdf)")
    parser.add_argument("--preset", metavar="NAME", help="options kept under a name; what else is given stands")
    parser.add_argument(
        "--preflight",
        action="store_true",
        help="write nothing, but print what to look at before it goes out, a line each; needs no OUT",
    )
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="TITLE|NUMBER",
        help="which map, from 1 (the first one), by its title or a part of that, or “all”; a PDF shows several, and"
        " each gets an SVG or a PNG of its own: “name – title.svg”",
    )
    add_to(parser)
    return parser


def diff_parser() -> Parser:
    """What `diff` takes."""
    parser = Parser(
        "diff",
        "Say in what two versions of a project differ, a line a thing, in the order of the map.",
        "Exit code 0: nothing differs; 1: something does, as with diff. Pictures, named versions, open conflicts and\n"
        "ranks that keep the order are left out.",
    )
    parser.add_argument("before", metavar="A", help="the earlier version; - reads it from standard input")
    parser.add_argument("after", metavar="B", help="the later version")
    parser.add_argument("--json", action="store_true", help="as JSON, for other programs")
    return parser


def merge_parser() -> Parser:
    """What `merge` takes."""
    parser = Parser(
        "merge",
        "Join two versions of a project that began from the same one. What both changed differently stays as OURS has\n"
        "it; all values are kept in the project, for somebody to choose, and listed, a line each.",
        "Exit code 0: clean; 1: with conflicts. An empty BASE says that there is none. As a merge driver of git:\n"
        '  git config merge.cxdesigner.driver "cxdesigner merge %O %A %B -o %A"',
    )
    parser.add_argument("base", metavar="BASE", help="the version that both began from")
    parser.add_argument("ours", metavar="OURS", help="one version")
    parser.add_argument("theirs", metavar="THEIRS", help="the other version")
    parser.add_argument("-o", "--out", metavar="OUT", required=True, help="the file to write; it may be one of them")
    parser.add_argument("--force", action="store_true", help="write over OUT if it is there and none of them")
    return parser


def file_parser(name: str, description: str) -> Parser:
    """What a command takes that looks at one file."""
    parser = Parser(name, description)
    parser.add_argument("file", metavar="FILE", help="the project; - reads it from standard input")
    return parser


def check_parser() -> Parser:
    """What `check` takes."""
    parser = file_parser(
        "check",
        "List what is wrong with a project, a line a problem; nothing if it is sound. With --repair, write a copy in\n"
        "which it is mended, and list what was done instead. FILE itself is never written over.",
    )
    parser.add_argument("--repair", action="store_true", help="make the best project of a damaged file")
    parser.add_argument("-o", "--out", metavar="OUT", help="the repaired copy")
    parser.add_argument("--force", action="store_true", help="write over OUT if it is there")
    return parser
