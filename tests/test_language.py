"""The command line speaks the system's language where there is a translation, else English, and that quickly."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLocale

from tests.invented_language import CLOSE, INVENTED, OPEN, TEMPLATE, invent, tool
from viewer import language
from viewer.language import tr

ROOT = Path(__file__).resolve().parent.parent
START = """
import sys
from pathlib import Path
from viewer import paths
folder = Path(sys.argv.pop(1))
paths.translations_folder = lambda: folder
from viewer.app import main
try:
    code = main(sys.argv[1:])
finally:
    print("Qt" if "PySide6" in sys.modules else "no Qt")
sys.exit(code)
"""
POLISH = """<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="pl"><context><name></name><message numerus="yes">
<source>%n structure(s)</source>
<translation>
<numerusform>%n struktura</numerusform><numerusform>%n struktury</numerusform><numerusform>%n struktur</numerusform>
</translation>
</message></context></TS>
"""


@pytest.fixture(scope="module")
def translations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("translations")
    invent(folder)
    return folder


@pytest.fixture
def english_again() -> Iterator[None]:
    yield
    language.speak_english()


def run(translations: Path, spoken: str, *words: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", *language.ASKED_FOR_BY}}
    return subprocess.run(
        [sys.executable, "-c", START, str(translations), *words],
        cwd=ROOT, env={**kept, "LANG": spoken}, capture_output=True, text=True, check=False,
    )  # fmt: skip


REFUSED = [
    ["--view", "top"],
    ["--size", "wide"],
    ["--size", "1x1"],
    ["--list", "--describe", "skin"],
    ["--describe"],
    ["stray"],
    ["--psoas-minor", "sometimes"],
    ["--form", "x"],
    ["--list", "--psoas-maior", "left"],
    ["--describe", "psoas_majr_right"],
    ["--list", "--select", "interosseous_sacroiliac_ligament_right"],
    ["--list", "--form", "sacrum=two_headed"],
    ["--list", "--form", "psoas_minor_left=x"],
    [],  # there is no display
]


@pytest.mark.parametrize("words", REFUSED, ids=" ".join)
def test_what_is_refused_is_told_in_the_system_s_language(translations: Path, words: list[str]) -> None:
    done = run(translations, f"{INVENTED}.UTF-8", *words)
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith(f"iliopsoas: {OPEN}")
    assert OPEN not in run(translations, "en_GB.UTF-8", *words).stderr


def test_the_page_of_help_is_told_in_it_from_end_to_end(translations: Path) -> None:
    told = run(translations, f"{INVENTED}.UTF-8", "--help").stdout
    assert told.startswith(f"{OPEN}usage: {CLOSE}")
    paragraphs = [part for part in told.split("\n\n")[1:] if part.strip()]
    assert len(paragraphs) >= 5
    for paragraph in paragraphs:
        assert OPEN in paragraph


def test_what_is_known_is_told_with_headings_in_it(translations: Path) -> None:
    assert OPEN in run(translations, f"{INVENTED}.UTF-8", "--describe", "psoas_major_right").stdout


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system alone knows its language there")
@pytest.mark.parametrize(("spoken", "qt"), [("en_GB.UTF-8", "no Qt"), ("C", "no Qt"), (f"{INVENTED}.UTF-8", "Qt")])
def test_qt_is_brought_in_for_a_translation_only(translations: Path, spoken: str, qt: str) -> None:
    assert run(translations, spoken, "--version").stdout.splitlines()[-1] == qt


def test_english_has_two_forms_where_it_counts() -> None:
    assert [tr("%n structure(s)", "", n) for n in (0, 1, 2)] == ["0 structures", "1 structure", "2 structures"]
    assert [tr("%n bod(y|ies) ha(s|ve) it", "", n) for n in (1, 5)] == ["1 body has it", "5 bodies have it"]
    assert tr("{name} (none)") == "{name} (none)"


def test_another_language_has_as_many_forms_as_it_needs(tmp_path: Path, english_again: None) -> None:
    file = tmp_path / "iliopsoas_pl.ts"
    file.write_text(POLISH, encoding="utf-8")
    subprocess.run([tool("pyside6-lrelease"), str(file)], capture_output=True, check=True)
    assert language.speak(tmp_path, QLocale("pl"))
    told = [tr("%n structure(s)", "", n) for n in (1, 2, 5, 22)]
    assert told == ["1 struktura", "2 struktury", "5 struktur", "22 struktury"]
    assert tr("%n fault(s)", "", 1) == "1 fault", "what is not translated yet stays English"


def test_every_text_that_counts_is_gathered_with_its_plural() -> None:
    messages = list(ElementTree.parse(TEMPLATE).getroot().iter("message"))
    counting = [message for message in messages if "%n" in message.findtext("source", "")]
    assert len(counting) > 5
    assert [message.findtext("source") for message in counting if message.get("numerus") != "yes"] == []


def test_a_text_is_marked_in_one_way() -> None:
    """Qt has several; here ``tr`` of viewer.language is the one, and it works without a window too."""
    others = re.compile(r"\bself\.tr\(|QCoreApplication\.translate|(?<!\.)\btranslate\(|QT_TRANSLATE_NOOP")
    files = sorted((ROOT / "viewer").rglob("*.py"))
    assert len(files) > 100
    assert [str(file) for file in files if others.search(file.read_text(encoding="utf-8"))] == []
