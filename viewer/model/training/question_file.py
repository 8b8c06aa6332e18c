"""A teacher's file of questions -> questions, or every fault in it with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from viewer.language import tr
from viewer.model.annotations.data_files import DataFileError, JsonObject, files_in, read_data
from viewer.model.annotations.faults import Fault
from viewer.model.atlas.atlas import Atlas, Kind, Landmark, Side, Status
from viewer.model.atlas.sides import mirrored, other_side
from viewer.model.notes import notes
from viewer.model.notes.plain_text import plain
from viewer.model.training.names import folded
from viewer.model.training.question import Choice, Question, Shown, Sort, Target, Told
from viewer.model.training.question_faults import question_faults
from viewer.model.words import side_words

LARGEST_FILE = 2_000_000
"""Bytes; a file of a thousand questions has half of that."""
SCHEMA_NAME = "questions.schema.json"


@dataclass(frozen=True)
class Shelf:
    """The questions of all files that are good, and what is wrong with the others."""

    questions: tuple[Question, ...] = ()
    faults: tuple[Fault, ...] = ()


def our_folder() -> Path:
    """The folder of the program's own questions, with the schema of such files."""
    return Path(__file__).resolve().parents[2] / "questions"


def own_folder() -> Path:
    """Where the files of this user are: beside the notes."""
    return notes.usual_file().with_name("questions")


def read_shelf(atlas: Atlas, own: Path | None = None, opened: Iterable[Path] = ()) -> Shelf:
    """The program's own questions, those in the folder ``own`` and in single files that were ``opened``. A wrong file
    spoils no other.
    """
    found: dict[str, Question] = {}
    faults: list[Fault] = []
    for file in dict.fromkeys((*files_in(our_folder()), *(files_in(own) if own else ()), *opened)):
        try:
            read = read_questions(file, atlas)
        except DataFileError as error:
            faults.extend(error.faults)
            continue
        if any(one.card in found for one in read):
            faults.append(Fault(file, ("id",), None, "is the id of another file too; one of its own is expected"))
        else:
            found.update({one.card: one for one in read})
    return Shelf(tuple(found.values()), tuple(faults))


def read_questions(file: Path, atlas: Atlas) -> tuple[Question, ...]:
    """The questions in a file. Raises DataFileError."""
    data = read_data(file, LARGEST_FILE, our_folder() / SCHEMA_NAME, lambda document: question_faults(document, atlas))
    return tuple(made for one in data["questions"] for made in _questions(data["id"], one, atlas))


def _questions(file_id: str, data: JsonObject, atlas: Atlas) -> Iterator[Question]:
    """The question; one that a finger answers is asked of both sides, as it is written for the right one."""
    if "reach" not in data:
        yield _question(file_id, data)
        return
    sides = (Side.RIGHT, Side.LEFT) if data["reach"]["structure"].endswith(f"_{Side.RIGHT}") else (Side.MIDDLE,)
    yield from (_reaching(data, side, atlas) for side in sides)


def _reaching(data: JsonObject, side: Side, atlas: Atlas) -> Question:
    reach = data["reach"]
    here = (lambda name: name) if side is not Side.LEFT else other_side
    structure, through = here(reach["structure"]), frozenset(map(here, reach.get("through", ())))
    x, y, z = reach.get("at", (0.0, 0.0, 0.0))
    at = ((x, y, z) if side is not Side.LEFT else mirrored((x, y, z))) if "at" in reach else None
    skin = frozenset(one.id for one in atlas.structures.values() if one.kind is Kind.SKIN)
    both = tuple(dict.fromkeys((structure, reach["structure"])))
    text = plain(data["text"])
    return Question(
        f"{Sort.FINGER}:{structure}:{data['id']}",
        Sort.FINGER,
        text if side is Side.MIDDLE else tr("{text} On the {side}.").format(text=text, side=side_words(side)),
        structure,
        finger=Target(structure, at, reach.get("within", Target.within), through),
        asked=Shown(
            alone=skin, framed=both, view=data.get("view", "anterior"), marks=_marks(reach.get("marks", ()), atlas)
        ),
        answered=Shown((structure,), framed=both, present=frozenset((structure,)), receding=True),
        told=_told(data),
    )


def _marks(names: Iterable[str], atlas: Atlas) -> tuple[Landmark, ...]:
    """Landmarks with those of the other side."""
    right = [atlas.landmarks[name] for name in names]
    left = (
        replace(one, id=f"{one.id}_{Side.LEFT}", places=tuple(map(mirrored, one.places)))
        for one in right
        if any(x for x, _, _ in one.places)
    )
    return (*right, *left)


def _question(file_id: str, data: JsonObject) -> Question:
    lit, alone, click = (tuple(data.get(key, ())) for key in ("lit", "alone", "click"))
    shown = Shown(lit, framed=lit or alone or click, alone=frozenset(alone), present=frozenset((*lit, *click)),
                  receding=bool(lit) and not alone, view=data.get("view", ""))  # fmt: skip
    answer = lit or click
    return Question(
        f"{Sort.OWN}:{file_id}:{data['id']}",
        Sort.OWN,
        plain(data["text"]),
        data.get("about", answer[0] if answer else ""),
        tuple(
            Choice(plain(one["text"]), one["right"], tuple(one.get("structures", ())))
            for one in data.get("choices", ())
        ),
        frozenset(map(folded, data.get("names", ()))),
        targets=frozenset(click),
        asked=shown,
        answered=Shown(answer, framed=answer, alone=frozenset(alone), present=frozenset(answer), view=shown.view),
        told=_told(data),
    )


def _told(data: JsonObject) -> tuple[Told, ...]:
    return tuple(Told(plain(one["text"]), Status(one["status"]), tuple(one["sources"])) for one in data["explanation"])
