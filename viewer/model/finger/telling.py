"""What a finger meets, in words: the layers in order, where the tip is, what to keep off and why. Tissue at rest.

Only what is sculpted can be met: what lies between (fat, fascia, peritoneum) is told as a gap and said to be one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas, Fact, Kind, Part, Structure
from viewer.model.finger.keeping_off import AHEAD, FINGERTIP
from viewer.model.finger.press import Crossing, FingerPath, Nearness
from viewer.model.words import status_words

THINNEST_GAP = 0.5
"""Millimetres below which two layers are told as lying on each other."""
STOPS = frozenset({Kind.BONE, Kind.CARTILAGE})
"""No finger gets past these."""
DEEPEST = 140.0
"""Millimetres that a finger can be thought to sink; it is shorter than that, but a soft belly gives way."""


@dataclass(frozen=True)
class Layer:
    """A passage of the way (mm): through a structure, or through a gap, which has none.

    ``number`` counts the structures from 1 in the order in which they are first met, and is 0 for the skin and for
    gaps. ``here`` says that the tip is in it, ``schematic`` that its place is shown and not its shape.
    """

    text: str
    enter: float
    leave: float
    structure: str = ""
    number: int = 0
    here: bool = False
    schematic: bool = False

    @property
    def thick(self) -> float:
        """Millimetres from side to side, along the way."""
        return self.leave - self.enter


@dataclass(frozen=True)
class Caution:
    """Something to keep off: how near the finger is to it in words, and why, with status and source."""

    structure: str
    text: str
    why: str
    said: str
    touched: bool


def layers(path: FingerPath, atlas: Atlas) -> tuple[Layer, ...]:
    """All that is passed on the way in order, as far as a finger could ever get."""
    passed = [_skin(atlas), *_passed(path, atlas)]
    here = _innermost(passed, path.press.depth)
    return tuple(replace(layer, here=number == here) for number, layer in enumerate(passed))


def deepest(path: FingerPath, atlas: Atlas) -> float:
    """How deep (mm) a finger can be thought to sink: to the first bone, or to ``DEEPEST``."""
    stops = [one.enter for one in path.crossings if _kind(atlas, one.structure) in STOPS]
    return max(0.0, min((DEEPEST, path.through, *stops)))


def place_words(path: FingerPath, atlas: Atlas) -> str:
    """Where the tip is and what comes next, in a sentence or two."""
    passed, depth = layers(path, atlas), path.press.depth
    here = next((layer for layer in passed if layer.here), passed[0])
    if _kind(atlas, here.structure) in STOPS:
        ended = tr("{depth} mm deep: on {name}, where a finger ends.")
        return ended.format(depth=round(depth), name=_small(here.text))
    told = tr("{depth} mm deep: {place}.").format(depth=round(depth), place=_within(here))
    following = next((layer for layer in passed if layer.structure and layer.enter > depth), None)
    if following is None:
        return told
    words = tr("Next in {mm} mm: {name}.").format(mm=_mm(following.enter - depth), name=_small(following.text))
    return f"{told} {words}"


def sought_words(path: FingerPath, atlas: Atlas) -> tuple[str, ...]:
    """Where the way meets and leaves the muscles that are sought by touch; that it misses them all, if it does."""
    sought = frozenset(_sought(atlas))
    met = [one for one in _reached(path, atlas) if one.structure in sought]
    if not met:
        return (tr("This way meets no muscle that is sought by touch."),) if sought else ()
    return tuple(_passage_words(one, after, atlas) for one, after in zip(met, (*met[1:], None), strict=True))


def cautions(path: FingerPath, atlas: Atlas) -> tuple[Caution, ...]:
    """What the finger is near to now, or would soon be if it went on; what it touches first."""
    depth = path.press.depth
    near = (one for one in path.near if one.structure in atlas.structures and one.depth <= depth + AHEAD)
    told = [_caution(one, depth, atlas) for one in near]
    return tuple(sorted(told, key=lambda one: not one.touched))


def limits_words() -> str:
    """What the model lacks, and how it is to be read."""
    return tr(
        "Depths are those of one sculpted body whose tissues lie at rest: a hand pushes them aside. Fat, fascia and"
        " peritoneum are not sculpted: they are the gaps. Educational, not clinical advice.",
    )


def _skin(atlas: Atlas) -> Layer:
    skin = next((name for name, one in atlas.structures.items() if one.kind is Kind.SKIN), "")
    return Layer(atlas.structures[skin].title if skin else tr("Skin"), 0.0, 0.0, skin)


def _passed(path: FingerPath, atlas: Atlas) -> Iterator[Layer]:
    """Structures and the gaps between them."""
    below, numbers = 0.0, dict[str, int]()
    for one in _reached(path, atlas):
        structure = atlas.structures[one.structure]
        number = numbers.setdefault(one.structure, len(numbers) + 1)
        if one.enter - below >= THINNEST_GAP:
            yield Layer(_gap_words(below, structure), below, one.enter)
        yield Layer(structure.title, one.enter, one.leave, one.structure, number, schematic=structure.schematic)
        below = max(below, one.leave)


def _reached(path: FingerPath, atlas: Atlas) -> Iterator[Crossing]:
    """The crossings up to the first one that stops a finger, that one included."""
    for one in path.crossings:
        if one.enter > DEEPEST:
            return
        if one.structure in atlas.structures:
            yield one
        if _kind(atlas, one.structure) in STOPS:
            return


def _gap_words(above: float, structure: Structure) -> str:
    if above <= 0:
        return tr("Fat, fascia (not sculpted)")
    if structure.kind is Kind.ORGAN:
        return tr("Peritoneum, fat (not sculpted)")
    return tr("Fascia, fat (not sculpted)")


def _innermost(passed: Sequence[Layer], depth: float) -> int:
    """Which layer the tip is in: where one lies within another, such as a nerve in a muscle, the inner one."""
    inside = [number for number, layer in enumerate(passed) if layer.enter <= depth < layer.leave]
    return inside[-1] if inside and depth > 0 else 0 if depth <= 0 else -1


def _within(layer: Layer) -> str:
    if layer.leave <= 0:
        return tr("on the skin")
    return tr("in {name}").format(name=_small(layer.text)) if layer.structure else _small(layer.text)


def _passage_words(one: Crossing, after: Crossing | None, atlas: Atlas) -> str:
    name = _small(atlas.structures[one.structure].title)
    if after is None:
        told = tr("Meets {name} at {enter} mm, leaves it at {leave} mm.")
        return told.format(name=name, enter=_mm(one.enter), leave=_mm(one.leave))
    told = tr("Meets {name} at {enter} mm, leaves it at {leave} mm and meets {other} at {next} mm.")
    other = _small(atlas.structures[after.structure].title)
    return told.format(name=name, enter=_mm(one.enter), leave=_mm(one.leave), other=other, next=_mm(after.enter))


def _caution(near: Nearness, depth: float, atlas: Atlas) -> Caution:
    structure = atlas.structures[near.structure]
    organ, ahead = structure.kind is Kind.ORGAN, near.depth - depth
    touched = near.apart <= FINGERTIP and near.depth <= depth + FINGERTIP
    if touched:
        told = (
            tr("{name}: the finger touches it. Take care.") if organ else tr("{name}: the finger touches it. Keep off.")
        )
    elif near.apart <= FINGERTIP:
        told = tr("{name}: on this way, {ahead} mm deeper.")
    else:
        told = tr("{name}: {apart} mm beside the way, at {deep} mm.")
    words = told.format(name=structure.title, ahead=_mm(max(ahead, 0)), apart=_mm(near.apart), deep=_mm(near.depth))
    why = _why(structure)
    sources = "; ".join(atlas.sources[one].short for one in why.sources) if why else ""
    return Caution(
        near.structure,
        words,
        why.text if why else "",
        f"{status_words(why.status)} · {sources}" if why else "",
        touched,
    )


def _why(structure: Structure) -> Fact | None:
    """What is known of touching it; else what it is."""
    cares = (fact for fact in structure.facts() if ".care." in fact.id)
    return next(cares, next(iter(structure.summary), None))


def _sought(atlas: Atlas) -> Iterator[str]:
    for name, structure in atlas.structures.items():
        if structure.kind is Kind.MUSCLE and any(step.part is Part.STEP for step in structure.palpation):
            yield name


def _kind(atlas: Atlas, structure_id: str) -> Kind | None:
    known = atlas.structures.get(structure_id)
    return known.kind if known else None


def _mm(length: float) -> str:
    """Whole millimetres; tenths where it is less than one of them."""
    return f"{length:.1f}" if 0 < length < 1 else str(round(length))


def _small(text: str) -> str:
    """To go on within a sentence: names such as L5 keep their letters."""
    first = text.split(" ", 1)[0]
    return text if any(letter.isdigit() for letter in first) else text[:1].lower() + text[1:]
