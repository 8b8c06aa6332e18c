"""The annotations are read again when they were saved: soon, whole, and never half."""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable, Collection
from pathlib import Path

import pytest

from tests.model.annotations.small_file import REAL, put, small, written
from viewer.model.annotations import watch
from viewer.model.annotations.load import load
from viewer.model.annotations.watch import AnnotationsWatch
from viewer.model.atlas.atlas import Atlas
from viewer.model.session.state import ViewState
from viewer.model.session.view import View
from viewer.model.session.view_changes import with_form

PATIENCE = 120_000  # ms, for a machine that is busy with many things


class Clock:
    """Time that passes only when it is told to, and what the watch said meanwhile."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, file: Path, meshes: Collection[str] | None = None) -> None:
        self._now = 0.0
        monkeypatch.setattr(watch.time, "monotonic", lambda: self._now)
        self.watch = AnnotationsWatch(file, load(file, meshes), meshes=meshes)
        self.atlases: list[Atlas] = []
        self.faults: list[list[str]] = []
        self.watch.reloaded.connect(self.atlases.append)
        self.watch.faults_changed.connect(lambda faults: self.faults.append([str(fault) for fault in faults]))

    def pass_(self, seconds: float) -> None:
        until = self._now + seconds
        while self._now < until - 1e-9:
            self._now += watch.LOOK_EVERY
            self.watch.look()
            self.watch.wait()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return written(tmp_path, small())


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, file: Path) -> Clock:
    return Clock(monkeypatch, file)


def edited(text: str) -> dict[str, object]:
    data = small()
    put(data, "descriptions.psoas_major.actions.0.text", text)
    return data


def save(file: Path, content: str) -> None:
    """Written with a time of its own, as two saves on a coarse clock may not be."""
    before = file.stat().st_mtime_ns if file.exists() else 0
    file.write_text(content, encoding="utf-8")
    os.utime(file, ns=(before + 1_000_000, before + 1_000_000))


def test_an_edit_is_read_again(clock: Clock, file: Path) -> None:
    clock.pass_(1.0)
    assert clock.atlases == []
    save(file, json.dumps(edited("Told anew.")))
    clock.pass_(0.4)
    (atlas,) = clock.atlases
    assert atlas is clock.watch.atlas
    assert atlas.fact("psoas_major_left.action")[1].text == "Told anew."
    clock.pass_(1.0)
    assert len(clock.atlases) == 1
    assert clock.faults == []


def test_a_file_being_written_is_waited_for_not_reported(clock: Clock, file: Path) -> None:
    content = json.dumps(edited("Written slowly."), indent=1)
    for end in (0, 10, len(content) // 2, len(content) - 3):
        save(file, content[:end])
        clock.pass_(1.0)
    assert (clock.atlases, clock.faults) == ([], [])
    save(file, content)
    clock.pass_(0.4)
    assert len(clock.atlases) == 1
    assert clock.faults == []


def test_faults_are_listed_until_mended_and_the_last_good_data_stay(clock: Clock, file: Path) -> None:
    good = clock.watch.atlas
    data = edited("x")
    put(data, "descriptions.psoas_major.actions.0.sources", ["nobody"])
    save(file, json.dumps(data))
    clock.pass_(0.4)
    assert "there is no source" in clock.faults[0][0]
    assert clock.watch.faults
    assert clock.watch.atlas is good
    clock.pass_(3.0)
    assert len(clock.faults) == 1, "said once"
    save(file, json.dumps(small()))
    clock.pass_(0.4)
    assert clock.faults[1:] == [[]]
    assert clock.watch.faults == ()
    assert len(clock.atlases) == 1


def test_a_form_that_gets_a_mesh_which_is_not_there_is_a_fault(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    known = {mesh for form in small()["variations"][0]["forms"] for mesh in form["meshes"].values()}
    clock = Clock(monkeypatch, file, known)
    data = small()
    put(data, "variations.0.forms.1.meshes.left", "psoas_gone_left")
    save(file, json.dumps(data))
    clock.pass_(0.4)
    assert 'variations[0].forms[1].meshes.left: there is no mesh "psoas_gone_left"' in clock.faults[0][0]
    assert clock.atlases == []


def test_what_stays_broken_or_missing_is_reported_in_the_end(clock: Clock, file: Path) -> None:
    save(file, '{"format": 1,')
    clock.pass_(watch.PATIENCE - 0.2)
    assert clock.faults == []
    clock.pass_(0.6)
    assert "not JSON" in clock.faults[0][0]
    file.unlink()
    clock.pass_(watch.PATIENCE + 0.6)
    assert "there is no such file" in clock.faults[1][0]
    file.mkdir()
    clock.pass_(watch.PATIENCE + 0.6)
    assert "it is a folder, not a file" in clock.faults[2][0]
    file.rmdir()
    if sys.platform != "win32":
        os.mkfifo(file)
        clock.pass_(watch.PATIENCE + 0.6)
        assert "it is not an ordinary file" in clock.faults[3][0]


def test_editors_that_put_a_new_file_in_place_are_noticed(clock: Clock, file: Path) -> None:
    other = file.with_suffix(".new")
    other.write_text(json.dumps(edited("Replaced.")), encoding="utf-8")
    os.utime(other, ns=(file.stat().st_mtime_ns, file.stat().st_mtime_ns))
    os.replace(other, file)
    clock.pass_(0.4)
    assert len(clock.atlases) == 1


def test_the_real_file_is_reloaded_after_a_few_looks_of_its_own(qtbot, tmp_path: Path, monkeypatch) -> None:
    """However slow the machine is: the looks are counted, not the seconds."""
    file, looks = tmp_path / "annotations.json", []
    file.write_bytes(REAL.read_bytes())
    look = AnnotationsWatch.look

    def counted(self: AnnotationsWatch) -> None:
        looks.append(file.stat().st_mtime_ns)
        look(self)
        self.wait()  # looks while the file is read come to nothing

    monkeypatch.setattr(AnnotationsWatch, "look", counted)
    watching = AnnotationsWatch(file, load(file))
    watching.start()
    for number in range(3):
        text = REAL.read_text("utf-8").replace("Flexes the thigh at the hip: ", f"Flexes the thigh ({number}): ", 1)
        with qtbot.waitSignal(watching.reloaded, timeout=PATIENCE):
            save(file, text)
        assert looks.count(file.stat().st_mtime_ns) <= 4 + watch.SETTLED_AFTER / watch.LOOK_EVERY
        assert f"({number})" in watching.atlas.fact("psoas_major_right.action.flex_thigh")[1].text
    watching.stop()
    assert 5 * watch.LOOK_EVERY < 0.5, "a person sees the change within half a second"


def other_atlas(tmp_path: Path, change: Callable[[dict[str, object]], None]) -> Atlas:
    data = small()
    change(data)
    return load(written(tmp_path, data))


def test_reading_does_not_keep_who_looks_waiting(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A look that has the file read comes back before it is read; whoever stops the watch waits for it."""
    may_go_on, clock = threading.Event(), iter(range(100))
    read = watch.load
    monkeypatch.setattr(watch.time, "monotonic", lambda: float(next(clock)))
    watching = AnnotationsWatch(file, load(file))
    monkeypatch.setattr(watch, "load", lambda *asked: (may_go_on.wait(), read(*asked))[1])
    save(file, json.dumps(edited("Told anew.")))
    for _ in range(4):
        watching.look()
    assert "Told anew." not in watching.atlas.fact("psoas_major_right.action")[1].text
    may_go_on.set()
    watching.stop()
    watching.look()
    assert watching.atlas.fact("psoas_major_right.action")[1].text == "Told anew."


def test_the_view_is_kept_and_what_is_gone_leaves_it(tmp_path: Path) -> None:
    state = ViewState(load(written(tmp_path, small())))
    heard: list[str] = []
    state.atlas_changed.connect(lambda: heard.append("atlas"))
    state.selection_changed.connect(lambda: heard.append("selection"))
    state.fact_changed.connect(lambda: heard.append("fact"))
    state.select("femur_left", "vertebra_L1")
    state.set_hidden(["femur_right"], True)
    state.change(with_form(state.atlas, "psoas_major_left", "split"))
    state.highlight("psoas_major_right.action")
    state.set_atlas(other_atlas(tmp_path, lambda _data: None))
    assert heard == ["selection", "fact", "atlas"], "nothing else changed"
    assert state.view.selection == ("femur_left", "vertebra_L1")

    def without(data: dict) -> None:  # type: ignore[type-arg]
        data["structures"] = [one for one in data["structures"] if one["id"] != "vertebra_L1"]
        data["descriptions"]["psoas_major"]["attachments"].pop(0)
        data["descriptions"]["psoas_major"]["palpation"] = []
        data["descriptions"]["psoas_major"]["actions"] = []
        del data["variations"][0]["forms"]

    heard.clear()
    state.set_atlas(other_atlas(tmp_path, without))
    assert heard == ["atlas", "selection", "fact"]
    assert state.view == View(selection=("femur_left",), hidden=frozenset(("femur_right",)))
    state.undo()
    state.undo()
    state.undo()
    assert state.view.selection == ("femur_left",)
    for _ in range(5):
        state.redo()
    assert state.view.fact is None


def test_what_is_gone_is_no_longer_lit_with_the_rest(tmp_path: Path) -> None:
    state = ViewState(load(written(tmp_path, small())))
    state.highlight(None, ["psoas_major_right.action", "psoas_major_right.trigger"], ["psoas_major_right.action"])
    state.set_atlas(other_atlas(tmp_path, lambda data: data["descriptions"]["psoas_major"].update(actions=[])))  # type: ignore[index]
    assert (state.view.shared, state.view.own) == (("psoas_major_right.trigger",), ())
