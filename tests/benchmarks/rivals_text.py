"""How many cards come back from PDFs as they were typed: `python -m tests.benchmarks.rivals_text PROJECT PDF…`.

Prints for each PDF how many of a hundred cards pdftotext finds with all their words and the spaces between them; a line
may end anywhere, within a long word too.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.measure import report


def main(source: Path, *files: str) -> None:
    cards = [card["text"] for card in json.loads(source.read_bytes())["maps"][0]["cards"]]
    report(**{file: share(cards, text_in(file)) for file in files})


def text_in(file: str) -> str:
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", file, "-"], stdout=subprocess.PIPE, encoding="utf-8", check=True
    )
    return done.stdout


def share(cards: list[str], text: str) -> float:
    plain = " ".join(text.split())
    return 100 * sum(is_in(card, plain) for card in cards) / len(cards)


def is_in(card: str, plain: str) -> bool:
    """Tell whether a card is in a text with single spaces, which may stand where a word was broken too."""
    words = card.split()
    if " ".join(words) in plain:
        return True
    broken = " ".join(" ?".join(map(re.escape, word)) for word in words)
    return re.search(broken, plain) is not None


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
