"""Light or dark, as chosen or as the system has it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication

from viewer.language import tr
from viewer.model.session.settings import APPEARANCES, Settings
from viewer.widgets.chrome import theme


class Appearance(QActionGroup):
    """An action for each of APPEARANCES. ``dressed`` says whether the program is dark now."""

    dressed = Signal(bool)

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        words = {"system": tr("As the system"), "light": tr("Light"), "dark": tr("Dark")}
        for name in APPEARANCES:
            action = QAction(words[name], self)
            action.setCheckable(True)
            action.setData(name)
            action.setChecked(name == settings.appearance)
        self.triggered.connect(self._choose)
        QApplication.styleHints().colorSchemeChanged.connect(self.dress)

    def dress(self) -> None:
        """Give the program its look."""
        dark = theme.is_dark(self._settings.appearance)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply(application, dark)
        self.dressed.emit(dark)

    def _choose(self, action: QAction) -> None:
        self._settings.appearance = action.data()
        self.dress()
