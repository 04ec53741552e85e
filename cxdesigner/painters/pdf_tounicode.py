"""The map from the codes of a font to the texts that they stand for (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEAD: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
"""
_LETTERS: Final = """1 beginbfrange
<20> <7E> <0020>
endbfrange
"""
_TAIL: Final = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def to_unicode(texts: Mapping[int, str], *, is_wide: bool) -> bytes:
    """Write the map of codes of one byte, or two if wide. What has no text has no entry, for readers show an empty
    one as a control character.

    Letters whose codes of one byte are their own are told of as a whole, used or not: most fonts share a map then.
    """
    own = () if is_wide else range(0x20, 0x7F)
    digits = 4 if is_wide else 2
    entries = [
        f"<{code:0{digits}X}> <{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>\n"
        for code, text in texts.items()
        if text and code not in own
    ]
    blocks = [entries[at : at + 100] for at in range(0, len(entries), 100)]
    body = "".join(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks)
    space = f"<{'0' * digits}> <{'F' * digits}>\nendcodespacerange\n"
    return (_HEAD + space + (_LETTERS if own else "") + body + _TAIL).encode("ascii")
