"""`python -m cxdesigner`, and the command `cxdesigner`."""

from __future__ import annotations

import sys

from cxdesigner.cli import main as _main


def main() -> int:
    """Run the program with the arguments of the command line; return the exit code."""
    return _main()


if __name__ == "__main__":
    sys.exit(main())
