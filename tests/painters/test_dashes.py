"""A long dashed curve is made into dashes piece by piece, and looks as if it were not."""

from __future__ import annotations

from itertools import pairwise
from math import sin

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QImage, QPainter

from cxdesigner.layout.scene import Path, Stroke
from cxdesigner.painters.qt import QtPainter, application
from cxdesigner.painters.qt.dashes import Dashes

WIDTH, HEIGHT = 1200, 120
APART = 20
WHOLE = (QRect(0, 0, WIDTH, HEIGHT),)
STROKE = Stroke("#203040", 2.0, (9.0, 4.0))


def curve(points, gap=None):
    """Give a wave through points that stand apart; the line is broken before the one with the number `gap`."""
    ys = [HEIGHT / 2 + 40 * sin(number) for number in range(points)]
    commands = [("M", 0.0, ys[0])]
    for number in range(1, points):
        x = float(number * APART)
        if number == gap:
            commands.append(("M", x, ys[number]))
        else:
            commands.append(("C", x - 14, ys[number - 1], x - 6, ys[number], x, ys[number]))
    return tuple(commands)


def drawn(commands, clips=WHOLE, pens=None):
    application()
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    pens = pens or QtPainter()
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for clip in clips:
            painter.setClipRect(clip)
            pens.draw_path(painter, Path(commands, None, STROKE), 0, 0)
    return Image.frombytes("RGB", (WIDTH, HEIGHT), image.constBits().tobytes(), "raw", "BGRX")


def differ(one, other):
    return ImageChops.difference(one, other).convert("L").point(lambda level: 255 * (level > 24))


def ink(picture):
    return sum(255 - level for level in picture.convert("L").tobytes())


def test_dashes_go_on_from_piece_to_piece(monkeypatch):
    for gap in (None, 21):
        commands = curve(56, gap)
        pieces = drawn(commands)
        chunks = Dashes(commands, STROKE, QtPainter().pen(STROKE))._chunks
        with monkeypatch.context() as whole:
            whole.setattr("cxdesigner.painters.qt.dashes._LONG", 1_000)
            assert ink(pieces) == pytest.approx(ink(drawn(commands)), rel=0.02)
        for one, other in pairwise(chunks):
            begins = other.path.elementAt(0)
            if begins.x != APART * (gap or 0):
                assert one.path.currentPosition() == QPointF(begins.x, begins.y)
                assert other._before == pytest.approx(one._before + one.path.length())
            else:
                assert other._before == 0


def test_a_part_that_is_seen_is_drawn_as_it_is_in_the_whole():
    commands = curve(56)
    pens = QtPainter()
    halves = (QRect(430, 0, WIDTH - 430, HEIGHT), QRect(0, 0, 430, HEIGHT))
    assert differ(drawn(commands, halves, pens), drawn(commands)).getbbox() is None


def test_only_what_is_seen_is_made_into_dashes():
    application()
    pens = QtPainter()
    commands = curve(56)
    line = Dashes(commands, STROKE, pens.pen(STROKE))
    seen = line._chunks[2].bounds
    assert 1 <= len(list(line.outlines(seen))) <= 3 < len(list(line.outlines(None)))
    short = Dashes(commands[:9], STROKE, pens.pen(STROKE))
    assert len(list(short.outlines(None))) == 1
