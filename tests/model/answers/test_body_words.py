"""What is told of a body that differs from the usual one."""

from __future__ import annotations

import pytest

from tests.model.annotations.small_file import REAL
from viewer.model.annotations.load import load
from viewer.model.answers import body_words
from viewer.model.answers.describe import Paragraph, describe_text, paragraphs
from viewer.model.session.view import View

ATLAS = load(REAL)
RIGHT, LEFT = "psoas_minor_right", "psoas_minor_left"
FASCIA = View(forms=((LEFT, "fascia_only"),))
LEFT_ONLY = View(absent=frozenset({RIGHT}))


def section(structure_id: str, heading: str, view: View) -> Paragraph | None:
    return next((one for one in paragraphs(ATLAS, structure_id, view) if one.heading == heading), None)


def told(structure_id: str, heading: str, view: View) -> str:
    found = section(structure_id, heading, view)
    return "\n".join(line.text for line in found.lines) if found else ""


@pytest.mark.parametrize(("absent", "forms", "words"), [
    ((), (), ""),
    ((RIGHT,), (), "Psoas minor: left only"),
    ((RIGHT, LEFT), (), "Psoas minor: absent"),
    ((RIGHT,), ((LEFT, "two_headed"),), "Psoas minor: left only; left two-headed"),
    ((RIGHT, LEFT), ((LEFT, "two_headed"),), "Psoas minor: absent"),
    ((), ((LEFT, "two_headed"),), "Psoas minor: left two-headed"),
    ((), ((LEFT, "two_headed"), (RIGHT, "fascia_only")), "Psoas minor: right fascia only; left two-headed"),
    ((), ((LEFT, "two_headed"), (RIGHT, "two_headed")), "Psoas minor: two-headed on both sides"),
])  # fmt: skip
def test_the_badge_says_what_differs(absent: tuple[str, ...], forms: tuple[tuple[str, str], ...], words: str) -> None:
    assert body_words.badge(ATLAS, View(absent=frozenset(absent), forms=forms)) == words


def test_titles_and_remarks_follow_the_body() -> None:
    assert body_words.title(ATLAS, FASCIA, LEFT) == "Psoas minor, left: fascia only"
    assert body_words.title(ATLAS, FASCIA, RIGHT) == "Psoas minor, right"
    assert body_words.title(ATLAS, LEFT_ONLY, RIGHT) == "Psoas minor, right: absent"
    both = View(absent=frozenset({RIGHT}), forms=((LEFT, "two_headed"), (RIGHT, "two_headed")))
    assert body_words.remarks(ATLAS, both) == ((RIGHT, "absent"), (LEFT, "two-headed"))
    assert body_words.remarks(ATLAS, View()) == ()


def test_a_form_is_told_with_its_source_and_without_what_does_not_hold() -> None:
    found = section(LEFT, "In this body", FASCIA)
    assert found is not None
    form, lacking = found.lines
    assert form.fact == f"{LEFT}.variation.fascia_only"
    assert "Neumann and Garceau 2015" in form.sources
    assert "pecten" in lacking.text
    assert "eminence" in lacking.text
    assert "pecten" in told(LEFT, "Attachments", View())
    assert "pecten" not in told(LEFT, "Attachments", FASCIA)
    assert "iliac fascia" in told(LEFT, "Attachments", FASCIA)
    assert told(RIGHT, "Attachments", FASCIA) == told(RIGHT, "Attachments", View())
    assert section(LEFT, "In this body", View()) is None


def test_a_bone_carries_and_a_nerve_drives_what_there_is() -> None:
    assert "Psoas minor" in told("hip_bone_left", "Attached here", View())
    assert "Psoas minor" not in told("hip_bone_left", "Attached here", FASCIA)
    assert told("hip_bone_left", "In this body", FASCIA) == "Psoas minor, left: fascia only"
    assert "Psoas minor" in told("hip_bone_right", "Attached here", FASCIA)
    assert "Psoas minor" not in told("hip_bone_right", "Attached here", LEFT_ONLY)
    assert "Psoas minor" in told("nerve_root_L1_right", "Supplies", View())
    assert "Psoas minor" not in told("nerve_root_L1_right", "Supplies", LEFT_ONLY)
    assert told("nerve_root_L1_right", "In this body", LEFT_ONLY) == "Psoas minor, right: absent"


def test_a_form_can_be_gone_to_and_what_is_missing_cannot() -> None:
    (line,) = section("hip_bone_left", "In this body", FASCIA).lines
    assert line.leads_to == LEFT
    (line,) = section("hip_bone_right", "In this body", LEFT_ONLY).lines
    assert line.leads_to is None


def test_what_is_missing_is_told_of_as_missing() -> None:
    text = describe_text(ATLAS, RIGHT, LEFT_ONLY)
    assert text.startswith("Psoas minor, right: absent\n")
    assert "In this body\n------------\nAbsent.\n" in text
    assert "pecten" in told(RIGHT, "Attachments", LEFT_ONLY)
