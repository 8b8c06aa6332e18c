"""Who may import whom. The imports of every module are read, not trusted."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
QT, VTK = {"PySide6", "shiboken6"}, {"vtk", "vtkmodules", "pyvista"}
CORE_ONLY = {"PySide6.QtCore"}

# The parts of the body that are sculpted, with those that each may import, and what all of them may.
NEIGHBOURHOOD = ("neighbourhood", "muscles", "spine", "pelvis", "leg", "skin", "thorax")
PARTS = {
    "pelvis": ("pelvis",),
    "spine": ("spine", "pelvis"),
    "thorax": ("thorax", "spine", "pelvis"),
    "leg": ("leg",),
    "muscles": ("muscles", "spine", "pelvis", "leg", "thorax", "skin"),
    "nerves": ("nerves", "muscles", "spine", "pelvis"),
    "vessels": ("vessels", "nerves", "muscles", "spine", "pelvis"),
    "skin": ("skin",),
    "neighbourhood": NEIGHBOURHOOD,
    "thigh": ("thigh", *NEIGHBOURHOOD),
    "gluteal": ("gluteal", *NEIGHBOURHOOD),
    "trunk": ("trunk", *NEIGHBOURHOOD),
    "hip_joint": ("hip_joint", "pelvis", "leg"),
    "ligaments": ("ligaments", *NEIGHBOURHOOD),
    "organs": ("organs", *NEIGHBOURHOOD),
}
GROUND = ("kernel", "tables", "recipe", "body")

FILES = ("regular_file", "whole_file", "file_lock")
"""How files are read and written, below whatever is in them."""

WALKS_STAND_ON = ("walks", "annotations", "session", "finger", "atlas", "words", "notes", "regular_file")

# Each layer, by the longest name that fits, and the layers of this program that it may import.
LAYERS = {
    "viewer.paths": set(),
    "viewer.qt": set(),
    "viewer.language": {"viewer.paths", "viewer.qt"},
    "viewer.arguments": {"viewer.paths"},
    "viewer.system_libraries": {"viewer.arguments"},
    "viewer.model.words": {"viewer.model.atlas"},
    "viewer.model.regular_file": set(),
    "viewer.model.whole_file": set(),
    "viewer.model.file_lock": set(),
    "viewer.model.atlas": {"viewer.model.atlas"},
    "viewer.model.finger": {"viewer.model.finger", "viewer.model.atlas", "viewer.model.words"},
    "viewer.model.annotations": {f"viewer.model.{one}" for one in ("annotations", "atlas", "words", "regular_file")},
    "viewer.model.session": {f"viewer.model.{one}" for one in ("session", "finger", "atlas", "words", *FILES)},
    "viewer.model.answers": {f"viewer.model.{one}" for one in ("answers", "session", "finger", "atlas", "words")},
    "viewer.model.notes": {f"viewer.model.{one}" for one in ("notes", "answers", "atlas", "words", *FILES)},
    "viewer.model.practice": {f"viewer.model.{one}" for one in ("practice", "session", "notes", *FILES)},
    "viewer.model.training": {
        f"viewer.model.{one}"
        for one in ("training", "annotations", "answers", "session", "finger", "notes", "atlas", "words")
    },
    "viewer.model.lessons": {
        f"viewer.model.{one}" for one in (*WALKS_STAND_ON, "answers", "slicing", "lessons", *FILES) if one != "walks"
    },
    "viewer.model.slicing": {f"viewer.model.{one}" for one in ("slicing", "session", "atlas")},
    "viewer.model.walks": {f"viewer.model.{one}" for one in WALKS_STAND_ON},
    "viewer.model": set(),
    "viewer.drawing": {"viewer.model", "viewer.drawing"},
    # What goes to other programs says which one it comes from.
    "viewer.drawing.exporting": {"viewer.model", "viewer.drawing", "viewer.paths"},
    # What a finger meets is measured on meshes, whatever is drawn of them.
    "viewer.drawing.probing": {
        "viewer.drawing.probing", "viewer.drawing.mesh", "viewer.model.finger", "viewer.model.atlas",
    },
    # What the program knows of itself: where things are kept it asks the model, and it draws nothing.
    "viewer.health": {"viewer.health", "viewer.model.notes", "viewer.model.regular_file", "viewer.paths"},
    "viewer.widgets": {"viewer.model", "viewer.drawing.style", "viewer.widgets", "viewer.arguments", "viewer.paths"},
    "viewer.widgets.trouble": {"viewer.widgets", "viewer.health", "viewer.model"},
    "viewer.widgets.takeaway": {"viewer.widgets", "viewer.health.itself", "viewer.model", "viewer.sharing"},
    # What is served to a class; it knows bytes and nothing of ours.
    "viewer.sharing": {"viewer.sharing"},
    # Where Qt and the scene meet.
    "viewer.widgets.viewport": {"viewer.model", "viewer.drawing", "viewer.widgets"},
    # What is made without a window: pages are painted by Qt, pictures by the scene.
    "viewer.takeaway": {"viewer.takeaway", "viewer.drawing", "viewer.model", "viewer.arguments", "viewer.paths"},
    "viewer.startup": {"viewer.model", "viewer.arguments"},
    "viewer.window": {"viewer.model", "viewer.widgets"},
    "viewer.safeguard": {"viewer.window", "viewer.widgets", "viewer.health", "viewer.model", "viewer.arguments"},
    "viewer.headless": {"viewer"},
    "viewer.diagnosis": {"viewer"},
    "viewer.desktop": {"viewer"},
    "viewer.app": {"viewer"},
    "viewer": set(),
    "meshes": set(),
    "meshes.sculpt": {"meshes.sculpt"},
    # Geometry knows no anatomy, anatomy no bake; each part of the body stands on those before it.
    "meshes.sculpt.kernel": {"meshes.sculpt.kernel"},
    "meshes.sculpt.tables": set(),
    "meshes.sculpt.recipe": {"meshes.sculpt.kernel"},
    "meshes.sculpt.body": {"meshes.sculpt.kernel", "meshes.sculpt.tables"},
    **{
        f"meshes.sculpt.{part}": {f"meshes.sculpt.{one}" for one in (*GROUND, *others)}
        for part, others in PARTS.items()
    },
    "meshes.sculpt.baking": {f"meshes.sculpt.{one}" for one in ("baking", "kernel", "recipe", "tables")},
}  # fmt: skip
STARTS_ITSELF = "viewer.health.itself"
STARTING = ("os.system", "os.exec", "os.spawn", "os.popen", "os.posix_spawn", "os.startfile", "subprocess.")
SPEECH = {"viewer.language"}
"""Whatever in the program has words for a person may import this, which imports next to nothing."""


def modules() -> Iterator[tuple[str, Path]]:
    for folder in ("viewer", "meshes"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            parts = file.relative_to(ROOT).with_suffix("").parts
            yield ".".join(part for part in parts if part != "__init__"), file


def imports(file: Path) -> set[str]:
    """The full names of what a module imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: a relative import"
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def attributes(file: Path) -> set[str]:
    """What a module uses of what it imported, such as ``os.replace``."""
    nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    return {ast.unparse(node) for node in nodes if isinstance(node, ast.Attribute)}


def starts(name: str) -> bool:
    return name.startswith(STARTING)


def within(name: str, layer: str) -> bool:
    return name == layer or name.startswith(f"{layer}.")


def layer_of(module: str) -> str:
    return max((layer for layer in LAYERS if within(module, layer)), key=len)


MODULES = dict(modules())


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_its_layer_may(module: str) -> None:
    allowed = LAYERS[layer_of(module)] | (SPEECH if within(module, "viewer") and module != "viewer.paths" else set())
    ours = {name for name in imports(MODULES[module]) if within(name, "viewer") or within(name, "meshes")}
    assert {name for name in ours if not any(within(name, layer) for layer in allowed)} == set()


@pytest.mark.parametrize("module", [name for name in MODULES if within(name, "viewer.drawing")])
def test_drawing_knows_no_qt(module: str) -> None:
    assert {name.split(".")[0] for name in imports(MODULES[module])} & QT == set()


@pytest.mark.parametrize("module", [name for name in MODULES if within(name, "viewer.widgets")])
def test_only_the_canvas_knows_vtk(module: str) -> None:
    known = {name.split(".")[0] for name in imports(MODULES[module])} & VTK
    assert not known or module == "viewer.widgets.viewport.canvas"


@pytest.mark.parametrize("module", [name for name in MODULES if within(name, "viewer.model")])
def test_the_model_knows_no_widget_and_draws_nothing(module: str) -> None:
    names = imports(MODULES[module])
    assert {name.split(".")[0] for name in names} & VTK == set()
    qt = {".".join(name.split(".")[:2]) for name in names if name.split(".")[0] in QT}
    assert qt <= CORE_ONLY


@pytest.mark.parametrize("module", [name for name in MODULES if within(name, "viewer") and name != STARTS_ITSELF])
def test_the_program_starts_no_other_program(module: str) -> None:
    names = imports(MODULES[module])
    assert {name.split(".")[0] for name in names} & {"subprocess", "pty"} == set()
    assert not any(name.startswith(STARTING) for name in names | attributes(MODULES[module]))
    assert not any(within(name, "PySide6.QtCore.QProcess") for name in names)


def test_what_starts_the_program_once_more_starts_nothing_else() -> None:
    tree = ast.parse(MODULES[STARTS_ITSELF].read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    started = {ast.unparse(call.func): ast.unparse(call.args[0]) for call in calls if starts(ast.unparse(call.func))}
    assert started == {"subprocess.run": "command", "os.execve": "sys.executable"}
    source = ast.unparse(tree)
    assert re.findall(r"\.(?:setProgram|setArguments)\((.*)\)", source) == [
        "_program()[0]",
        "[*_program()[1:], *words, *_same_data(sys.argv[1:])]",
    ]
    assert re.findall(r"QProcess\((.*)\)|\.(start\w*)\(", source) == [("parent", "")]
    assert "command = [*_program(), *words]" in source
    assert re.findall(r"return \[(.*?)\] if _is_frozen\(\) else \[(.*?),", source) == [("sys.executable",) * 2]


@pytest.mark.parametrize("folder", sorted({file.parent for name, file in MODULES.items() if within(name, "meshes")}))
def test_every_folder_of_sculpting_is_small_and_says_what_it_is_for(folder: Path) -> None:
    assert ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    assert len(list(folder.glob("*.py"))) <= 16


def test_nothing_names_a_structure_that_only_the_data_should() -> None:
    for module, file in MODULES.items():
        if within(module, "viewer"):
            strings = [node.value for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
                       if isinstance(node, ast.Constant) and isinstance(node.value, str)]  # fmt: skip
            assert not any("psoas_minor" in text for text in strings), module


@pytest.mark.parametrize(
    ("imported", "kept_out"),
    [
        ("viewer.app", {"PySide6", "numpy", "pyvista", "jsonschema", "json"}),
        ("viewer.desktop", {"PySide6", "numpy", "pyvista", "jsonschema"}),
        (
            "viewer.window",
            {"numpy", "pyvista", "vtkmodules", "matplotlib", "jsonschema", "sqlite3", "fsrs", "pyqtgraph"},
        ),
        ("viewer.drawing.read_ahead", {"vtkmodules", "pyvista"}),
        ("viewer.drawing.scene, viewer.widgets.viewport.canvas", {"pyvista", "matplotlib", "jsonschema"}),
    ],
)
def test_nothing_heavy_stands_in_the_way_of_a_start(imported: str, kept_out: set[str]) -> None:
    code = f"import sys, {imported}; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & kept_out == set()
