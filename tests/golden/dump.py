"""A scene as text: a line a node, numbers to a hundredth of a point, the words of every run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxdesigner.layout.scene import Box, GlyphRun, Group, Path, Picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxdesigner.layout.scene import Command, Node, Scene, Stroke


def dump(scene: Scene) -> str:
    """Write a scene. Of a path only what tells it apart: how many commands of each kind, and its bounds."""
    return "\n".join(_scene(scene)) + "\n"


def _scene(scene: Scene) -> Iterator[str]:
    yield f"scene {_numbers(scene.width, scene.height)} {scene.language} {scene.title!r}"
    for name, nodes in (("under", scene.under), ("over", scene.over)):
        if nodes:
            yield name
        for node in nodes:
            yield from _node(node, " ")
    for band in scene.bands:
        yield f"band {band.key!r} {_numbers(band.top, band.height)}"
        for group in band.groups:
            yield from _node(group, " ")


def _node(node: Node, indent: str) -> Iterator[str]:
    match node:
        case Box(x, y, width, height, fill, stroke, radius):
            yield f"{indent}box {_numbers(x, y, width, height)} {fill}{_stroke(stroke)} r{_numbers(radius)}"
        case Path(commands, fill, stroke):
            yield f"{indent}path {_shape(commands)} {fill}{_stroke(stroke)}"
        case GlyphRun(x, y, line, fill):
            faces = ",".join(dict.fromkeys(piece.face.name for _, piece in line.pieces))
            yield f"{indent}text {_numbers(x, y, line.width)} {_numbers(line.size)} {faces} {fill} {line.text!r}"
        case Picture(x, y, width, height, asset, radius, alt):
            yield f"{indent}picture {_numbers(x, y, width, height)} {asset[:20]!r} r{_numbers(radius)} {alt!r}"
        case Group(key, part, x, y, width, height, items):
            yield f"{indent}{part} {key!r} {_numbers(x, y, width, height)}"
            for item in items:
                yield from _node(item, indent + " ")


def _shape(commands: tuple[Command, ...]) -> str:
    points = [(float(x), float(y)) for _, *rest in commands for x, y in zip(rest[::2], rest[1::2], strict=True)]
    xs, ys = zip(*points, strict=True)
    letters = "".join(str(command[0]) for command in commands)
    counts = "".join(f"{letter}{letters.count(letter)}" for letter in dict.fromkeys(letters))
    return f"{counts} {_numbers(min(xs), min(ys), max(xs), max(ys))}"


def _stroke(stroke: Stroke | None) -> str:
    if stroke is None:
        return ""
    dash = f"[{_numbers(*stroke.dash)}]" if stroke.dash else ""
    return f" {stroke.color}/{_numbers(stroke.width)}{dash}"


def _numbers(*numbers: float) -> str:
    return " ".join(f"{round(number, 2) + 0.0:g}" if abs(number) < 1000 else f"{number:.2f}" for number in numbers)
