"""The section as it is printed: plane geometry, names whose lines do not cross, and what is to be seen where."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from viewer.model.atlas.atlas import Atlas
from viewer.model.finger.planes import Plane, across
from viewer.model.finger.press import Crossing, FingerPath, Press
from viewer.model.finger.section import Cut, Outline, Section
from viewer.widgets.finger import inks, outlines
from viewer.widgets.finger.files import section_image
from viewer.widgets.finger.frame import Frame, framed, reach
from viewer.widgets.finger.marks import letters
from viewer.widgets.finger.naming import Name, _cross, laid_out, spread, uncrossed
from viewer.widgets.finger.plate import Plate, Subject, plate
from viewer.widgets.finger.printing import Style, print_plate

PRESS = Press((-60.0, -100.0, 120.0), (0.0, 1.0, 0.0), 30.0)
HEIGHT = some.floats(0.0, 1000.0)


def box(left: float, right: float, top: float, bottom: float) -> Outline:
    """A rectangle with as many places along its edge as a real outline has."""
    corners = np.array([[left, top], [right, top], [right, bottom], [left, bottom]], float)
    share = np.linspace(0.0, 1.0, 24, endpoint=False)[:, None]
    return np.concatenate([a + share * (b - a) for a, b in zip(corners, np.roll(corners, -1, axis=0), strict=True)])


def subject(atlas: Atlas, warned: frozenset[str] = frozenset()) -> Subject:
    cuts = (
        Cut("skin", (box(-85, 85, 0, 180),)),
        Cut("small_bowel", (box(-20, 20, 20, 50),)),
        Cut("psoas_major_right", (box(-15, 25, 70, 110), box(0, 10, 80, 90))),
        Cut("iliacus_right", (box(-60, -40, 60, 130),)),
        Cut("femoral_artery_right", (box(40, 48, 70, 78),)),
        Cut("femoral_vein_right", (box(52, 60, 70, 78),)),
        Cut("vertebra_L4", (box(30, 80, 90, 140),)),
    )
    path = FingerPath(PRESS, (Crossing("small_bowel", 20, 50), Crossing("psoas_major_right", 70, 110)), (), 180.0)
    section = Section(PRESS, across(PRESS.way, Plane.ACROSS), cuts)
    return Subject(atlas, path, section, Plane.ACROSS, warned)


def printed(atlas: Atlas, warned: frozenset[str] = frozenset()) -> tuple[QImage, Frame, Plate]:
    image, font, shown = QImage(1200, 800, QImage.Format.Format_RGB32), QFont("DejaVu Sans"), subject(atlas, warned)
    font.setPixelSize(14)
    frame = framed(QRectF(image.rect()), 14, reach(shown.path))
    whole = plate(shown, frame.box)
    painter = QPainter(image)
    print_plate(painter, QRectF(image.rect()), frame, whole, Style(inks.ON_PAPER, font))
    painter.end()
    return image, frame, whole


def colour(image: QImage, frame: Frame, x: float, y: float) -> QColor:
    return image.pixelColor(frame.place(x, y).toPoint())


def test_an_outline_is_cut_off_at_a_box_and_closed_along_it() -> None:
    slanted = np.array([[-10.0, -10.0], [30.0, 10.0], [-10.0, 30.0]])
    inside = outlines.clipped(slanted, (0.0, 20.0, 0.0, 20.0))
    assert inside.min() >= 0.0
    assert inside.max() <= 20.0
    assert outlines.area([inside]) == pytest.approx(400.0 - 2 * 25.0, rel=0.15)
    assert len(outlines.clipped(slanted, (100.0, 120.0, 0.0, 20.0))) == 0
    assert outlines.clipped(slanted, (-90.0, 90.0, -90.0, 90.0)) is slanted


def test_a_hole_is_not_inside_and_nothing_is_strewn_there() -> None:
    ring = [box(0, 40, 0, 40), box(10, 30, 10, 30)]
    assert outlines.within(ring, np.array([[5.0, 20.0], [20.0, 20.0], [50.0, 20.0]])).tolist() == [True, False, False]
    grains = outlines.strewn(ring, 1.0, 1.0)
    assert len(grains) > 300
    assert outlines.within(ring, grains).all()
    middle, room = outlines.heart(ring)
    assert outlines.within(ring, middle[None]).all()
    assert 3.0 < room <= 5.1


def test_stripes_end_at_the_edge() -> None:
    ring = [box(0, 40, 0, 40), box(10, 30, 10, 30)]
    found = outlines.stripes(ring, 5.0)
    assert len(found) > 8
    middles = np.array([((a + c) / 2, (b + d) / 2) for (a, b), (c, d) in found if abs(a - c) > 1e-6])
    assert outlines.within(ring, middles).all()


@given(some.lists(HEIGHT, min_size=1, max_size=12))
def test_names_are_spread_in_order_with_room_for_each(wanted: list[float]) -> None:
    heights = spread(sorted(wanted), 20.0, 0.0, 1000.0)
    assert all(b - a >= 20.0 - 1e-6 for a, b in itertools.pairwise(heights))
    assert min(heights) >= -1e-6
    assert max(heights) <= 1000.0 + 1e-6


@given(some.lists(some.tuples(some.floats(1.0, 500.0), HEIGHT), min_size=2, max_size=10, unique=True))
def test_no_two_lines_of_one_side_cross(places: list[tuple[float, float]]) -> None:
    heights = spread(sorted(y for _, y in places), 20.0, 0.0, 1000.0)
    targets = sorted(places, key=lambda place: place[1])
    names = [Name(str(i), QPointF(*at), False, y=y) for i, (at, y) in enumerate(zip(targets, heights, strict=True))]
    done = uncrossed(names, 0.0)
    assert sorted(one.y for one in done) == pytest.approx(sorted(heights))
    assert not any(_cross(one, other, 0.0) for one, other in itertools.combinations(done, 2))


def test_each_structure_is_printed_in_its_colour_where_it_lies(qapp, atlas: Atlas) -> None:
    image, frame, _ = printed(atlas)
    muscle, fat = colour(image, frame, -50, 100), colour(image, frame, 5, 84)
    assert muscle.red() > 1.6 * muscle.green()
    assert fat.green() > 0.8 * fat.red()  # a hole in psoas shows the ground
    vein, artery = colour(image, frame, 56, 76), colour(image, frame, 44, 76)
    assert vein.blue() > vein.red()
    assert artery.red() > 2 * artery.blue()
    assert colour(image, frame, 60, -20).name() == inks.plain(inks.ON_PAPER.ground).name()


def test_what_is_warned_of_has_a_line_of_its_own_and_stripes(qapp, atlas: Atlas) -> None:
    plain, frame, _ = printed(atlas)
    warned, _, whole = printed(atlas, frozenset({"femoral_artery_right"}))
    edge = [colour(warned, frame, 40.0 - 0.1 * step, 74) for step in range(8)]
    assert any(abs(one.hue() - QColor.fromRgbF(*inks.CAUTION).hue()) < 6 and one.saturation() > 200 for one in edge)
    inner = QRectF(frame.place(41, 71), frame.place(47, 77)).toRect()
    assert plain.copy(inner) != warned.copy(inner)
    names = {name.text: name for name in laid_out(whole, frame)}
    assert names["Femoral artery*"].warned
    assert not names["Femoral vein*"].warned


def test_names_have_numbers_in_the_order_of_the_way_and_keep_off_each_other(qapp, atlas: Atlas) -> None:
    _, frame, whole = printed(atlas)
    names = laid_out(whole, frame)
    assert {name.text: name.number for name in names if name.number} == {"Small bowel*": 1, "Psoas major": 2}
    for side in (False, True):
        heights = sorted(name.y for name in names if name.right is side)
        assert all(b - a >= 1.3 * frame.em for a, b in itertools.pairwise(heights))
    assert all(frame.area.contains(name.target) for name in names)


def test_a_narrow_picture_has_no_names_and_shows_the_same_body() -> None:
    narrow = framed(QRectF(0, 0, 320, 300), 12, 90.0)
    assert not narrow.named
    assert narrow.box[1] - narrow.box[0] <= 172.0 + 1e-6
    assert framed(QRectF(0, 0, 900, 700), 13, 90.0).named


def test_a_section_without_anything_is_still_a_picture(qapp, atlas: Atlas) -> None:
    empty = Subject(atlas, FingerPath(PRESS), Section(PRESS, (1.0, 0.0, 0.0)), Plane.ACROSS)
    assert not section_image(empty).isNull()


def test_letters_of_direction() -> None:
    assert letters((-1.0, 0.0, 0.0)) == "R"
    assert letters((0.0, -1.0, 0.0)) == "A"
    assert letters((0.0, 0.6, -0.8)) == "IP"
    assert letters((0.1, 0.99, 0.0)) == "P"
