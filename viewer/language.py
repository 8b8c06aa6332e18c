"""In which language the program itself speaks: the system's where there is a translation, else English as written.

A translation is a file ``iliopsoas_<language>.qm`` in ``viewer/translations``. Every text that a person reads goes
through ``tr``. Qt is brought in only where a translation may fit, so that the command line stays quick.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from viewer import paths, qt

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

ASKED_FOR_BY = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Variables of the environment that name languages, everywhere but on Windows and macOS."""
_FORMS = re.compile(r"\((?:(\w*)\|)?(\w*)\)")
_at_work: list[QTranslator] = []


def tr(text: str, comment: str = "", n: int = -1) -> str:
    """A text in the language that the program speaks. Tools of Qt gather such calls, in which the text must stand.

    ``comment`` is a hint for translators, and keeps texts apart that are the same in English only. ``n`` is a number
    that the text's ``%n`` stands for. English has its forms for one and for more in the text itself, "%n structure(s)"
    or "%n bod(y|ies)"; a translation has as many forms as its language has.
    """
    said = next((said for one in _at_work if (said := one.translate("", text, comment, n))), "")
    if n < 0:
        return said or text
    return (said or _FORMS.sub(r"\1" if n == 1 else r"\2", text)).replace("%n", str(n))


def mark(text: str) -> str:
    """The text as it is, gathered for translators: for tables made at import, of which ``tr`` is shown later."""
    return text


def begin() -> None:
    """Speak the system's language from now on, where there is a translation into it."""
    if any(may_be_asked_for(file.stem.removeprefix("iliopsoas_")) for file in _files(paths.translations_folder())):
        with suppress(ImportError):  # a system without the libraries of Qt: what is missing is told in English
            qt.bring_in()
            from PySide6.QtCore import QLocale

            speak(paths.translations_folder(), QLocale())


def may_be_asked_for(code: str) -> bool:
    """Whether the system may want a language, by its two letters: Qt decides, but is asked only then."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(one[: len(code)] == code for name in ASKED_FOR_BY for one in os.environ.get(name, "").split(":"))


def speak(folder: Path, locale: QLocale) -> bool:
    """Speak the language of ``locale`` where the folder has a translation into it, else English. True for the first."""
    from PySide6.QtCore import QTranslator

    ours = QTranslator()
    _at_work[:] = [ours] if ours.load(locale, "iliopsoas", "_", str(folder)) else []
    return bool(_at_work)


def speak_english() -> None:
    """Speak as the texts are written."""
    _at_work.clear()


def teach(application: QCoreApplication, locale: QLocale) -> tuple[QTranslator, ...]:
    """Have Qt's own words, such as those of its buttons, follow. Returns the translators that the application got."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    if not _at_work:
        return ()
    qt = QTranslator(application)
    qt.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for one in (qt, *_at_work):
        application.installTranslator(one)
    return (qt, *_at_work)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("iliopsoas_*.qm"))
