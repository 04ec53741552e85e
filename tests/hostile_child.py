"""Opens a project that means harm, draws it and exports it in every kind, and tells what it reached for.

`python -m tests.hostile_child FILE FOLDER` prints a line for each thing outside the allowed folders that Python
opened, each address that was connected to, and each program that was started; FOLDER takes what is written.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
NEVER = (
    "socket.connect",
    "socket.sendto",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.bind",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "webbrowser.",
    "urllib.",
    "pickle.",
    "ftplib.",
)
ALLOWED = (str(ROOT), *{os.path.realpath(path) for path in sysconfig.get_paths().values()}, sys.prefix, sys.base_prefix)
SYSTEM = ("/usr/lib", "/usr/share", "/lib", "/proc/self", "/dev/null", "/dev/urandom", "/etc/localtime", "/sys/devices")
KINDS = (
    ["x.pdf"], ["report.pdf", "--report"], ["poster.pdf", "--poster", "A0", "--on", "A4"], ["attached.pdf", "--attach"],
    ["x.svg"], ["text.svg", "--text", "text"], ["x.png", "--width", "800"], ["x.html"], ["x.md"], ["x.csv"], ["x.xlsx"],
)  # fmt: skip


def watch(tell: Callable[[str], object], *more: str) -> None:
    """Tell from now on of everything that is reached for, but for files in these folders and the program's own."""
    allowed = (*ALLOWED, *SYSTEM, *more)

    def listen(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(NEVER):
            tell(f"{event} {arguments!r}")
        elif event == "open" and isinstance(arguments[0], str | bytes | Path):
            path = os.path.abspath(os.fsdecode(arguments[0]))  # noqa: PTH100 - resolving would look at files
            if not path.startswith(allowed):
                tell(f"open {path}")

    sys.addaudithook(listen)


def draw(file: Path, folder: Path) -> None:
    """Show a file in a window, and print what it shows."""
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from cxdesigner.ui.application import Application
    from cxdesigner.ui.dialogs.files import Dialogs
    from cxdesigner.ui.launch import start

    class OnFile(Dialogs):
        def ask_print(self, _parent: Any, printer: QPrinter) -> bool:
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(folder / "printed.pdf"))
            return True

    qt = QApplication([])
    application = Application(qt, folder=folder / "config", dialogs=OnFile())
    start(qt, [file], application)
    window = application.windows[0]
    QTest.qWait(500)
    if window.session is not None and window.session.path is not None:
        window.commands.run("file.print")
        for _ in range(300):
            QTest.qWait(50)
            if (folder / "printed.pdf").exists():
                break
    QTest.qWait(200)
    window.grab().save(str(folder / "window.png"))
    for shown in tuple(application.windows):
        application.close_window(shown)


def main(file: str, folder: str) -> None:
    """Do all that can be done with a file, and print what was reached for."""
    from cxdesigner import cli

    reached: list[str] = []
    watch(reached.append, str(Path(file).parent), folder, os.environ["HOME"])
    draw(Path(file), Path(folder))
    told = io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        codes = [cli.main(["check", file])]
        codes += [cli.main(["export", file, "-o", f"{folder}/{name}", *rest]) for name, *rest in KINDS]
    print(*codes)
    print(*dict.fromkeys(reached), sep="\n")
    print(told.getvalue(), file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
