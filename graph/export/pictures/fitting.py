"""The layout, and the way round of a sheet, that make a picture largest on paper."""

from __future__ import annotations

from graph.export.pictures.crowds import Plan, plan_of
from graph.export.pictures.drawing import Drawing
from graph.export.pictures.layout import Layout, lay_out
from graph.export.pictures.paper import Paper, Sheet, sheets
from graph.export.pictures.typeface import Typeface

MOST, LEAST = 1.0, 0.64  # scales: as drawn; small letters of 6 points, the least that is read
_CROWD = 2  # on paper three alike are already drawn as one
_ROWS = (1, 2, 3, 5)  # how many rows are tried for what hangs on one node
_MANY = 300  # lines from which a layout takes long: fewer are tried
_WIDE, _ROOMY = 2.2, 1600.0  # proportion, and width in points, that are easy to look over
_TAKEN = 110.0  # points of the height that heading and legend commonly use


def scale_on(sheet: Sheet, layout: Layout) -> float:
    """Return how large the layout fits on a sheet that also has heading and legend."""
    high = sheet.height - 2 * sheet.margin - _TAKEN
    return min(sheet.room / max(layout.width, 1.0), high / max(layout.height, 1.0), MOST)


def balanced(plan: Plan) -> Layout:
    """Return a layout that is not many times as wide as high, where one row would be."""
    layout = lay_out(plan)
    if len(plan.strokes) > _MANY:
        return layout
    for rows in _ROWS[1:]:
        if layout.width < max(_WIDE * layout.height, _ROOMY):
            break
        layout = min(layout, lay_out(plan, rows=rows), key=lambda one: one.width)
    return layout


def best_fit(drawing: Drawing, face: Typeface, paper: Paper) -> tuple[Layout, Sheet]:
    """Return the layout and the sheet on which the picture is largest; upright where equal."""
    plan = plan_of(drawing, face, _CROWD)
    best: tuple[Layout, Sheet] | None = None
    for rows in _ROWS if len(plan.strokes) < _MANY else _ROWS[::2]:
        layout = lay_out(plan, rows=rows)
        for sheet in sheets(paper):
            if best is None or scale_on(sheet, layout) > scale_on(best[1], best[0]) * 1.02:
                best = layout, sheet
        if best is not None and scale_on(best[1], best[0]) >= LEAST:
            break
    assert best is not None
    return best
