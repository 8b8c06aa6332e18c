"""In which language the program itself speaks: that of the system where it has been translated into it, else English.

A translation is a file ``iliopsoas_<language>.qm`` in ``viewer/translations``; Qt's own buttons follow it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator


def speak(application: QCoreApplication, folder: Path, locale: QLocale) -> tuple[QTranslator, ...]:
    """Have an application speak the language of ``locale``; the translators at work, none where it speaks English."""
    ours, qt = QTranslator(application), QTranslator(application)
    if not ours.load(locale, "iliopsoas", "_", str(folder)):
        return ()
    qt.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for one in (qt, ours):
        application.installTranslator(one)
    return ours, qt
