"""What a PDF page draws: its straight lines, however its maker drew them, and letters that PDFium would not see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from ctypes import byref, c_float, c_int
from itertools import chain, islice, pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from goru.book.reading.rulings import Ruling, Rulings

_THIN = 3.0
_SHORT = 4.0
"""Points: what is thicker is no line, what is shorter no border."""

_MOST_SEGMENTS = 20_000
"""Of one page, whose tables are then not looked for; a page of print has some hundreds."""

_DEEPEST = 8

_NO_WIDTH = 0.01
"""Points: text that is narrower PDFium takes for none."""

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


Drawn = tuple[object, int, Matrix]
"""An object of a page, its kind, and how the forms turn it that hold it."""


def objects_of(page: pypdfium2.PdfPage, most: int) -> list[Drawn]:
    """What the page and the forms on it draw, and a few more at most than `most`."""
    objects = pdfium.FPDFPage_CountObjects(page.raw)
    return list(islice(_within(page.raw, objects, pdfium.FPDFPage_GetObject, _SAME, _DEEPEST), most + 1))


def _within(
    holder: object, count: int, nth: Callable[[object, int], object], turned: Matrix, deeper: int
) -> Iterator[Drawn]:
    for number in range(count):
        one = nth(holder, number)
        kind = pdfium.FPDFPageObj_GetType(one)
        yield one, kind, turned
        if kind == pdfium.FPDF_PAGEOBJ_FORM and deeper:
            own = _times(_matrix(one), turned)
            held = pdfium.FPDFFormObj_CountObjects(one)
            yield from _within(one, held, pdfium.FPDFFormObj_GetObject, own, deeper - 1)


def show_single_letters(objects: Iterable[Drawn]) -> None:
    """Give a width to letters that stand alone: without their font PDFium knows none, and would leave them out."""
    sides = [c_float() for _ in range(4)]
    at_sides = [byref(side) for side in sides]
    for one, kind, _ in objects:
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            pdfium.FPDFPageObj_GetBounds(one, *at_sides)
            if sides[2].value - sides[0].value < _NO_WIDTH:
                pdfium.FPDFTextObj_SetTextRenderMode(one, pdfium.FPDF_TEXTRENDERMODE_STROKE)
                pdfium.FPDFPageObj_SetStrokeWidth(one, 10 * _NO_WIDTH)
                pdfium.FPDFPageObj_Transform(one, *_SAME)


def rulings_of(objects: Iterable[Drawn]) -> Rulings:
    """The horizontal and vertical lines of a page; none where it is a drawing."""
    level: list[Ruling] = []
    upright: list[Ruling] = []
    paths = (_of_path(one, turned) for one, kind, turned in objects if kind == pdfium.FPDF_PAGEOBJ_PATH)
    for count, (start, end) in enumerate(chain.from_iterable(paths)):
        if count > _MOST_SEGMENTS:
            return [], []
        (left, right), (bottom, top) = sorted((start[0], end[0])), sorted((start[1], end[1]))
        if top - bottom <= _THIN and right - left >= _SHORT:
            level.append(Ruling((bottom + top) / 2, left, right))
        elif right - left <= _THIN and top - bottom >= _SHORT:
            upright.append(Ruling((left + right) / 2, bottom, top))
    return level, upright


def _of_path(path: object, turned: Matrix) -> Iterator[tuple[Point, Point]]:
    """A part as thin as a line is one, whether stroked or filled; of others the edges, where they are stroked."""
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    matrix = _times(_matrix(path), turned)
    for points in _parts(path, matrix):
        across, along = [point[0] for point in points], [point[1] for point in points]
        low, high = (min(across), min(along)), (max(across), max(along))
        if min(high[0] - low[0], high[1] - low[1]) <= _THIN:
            if fill.value or stroke.value:
                yield low, high
        elif stroke.value:
            yield from pairwise(points)


def _parts(path: object, matrix: Matrix) -> Iterator[list[Point]]:
    """The points of each part of a path that is made of straight lines."""
    points: list[Point] = []
    x, y = c_float(), c_float()
    for number in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, number)
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        if kind != pdfium.FPDF_SEGMENT_BEZIERTO:
            points.append(_moved(x.value, y.value, matrix))
        if pdfium.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    if len(points) > 1:
        yield points


def _matrix(one: object) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(one, byref(matrix))
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """First the inner matrix, then the outer one."""
    if outer == _SAME:
        return inner
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _moved(x: float, y: float, matrix: Matrix) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
