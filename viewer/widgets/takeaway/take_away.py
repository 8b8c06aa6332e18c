"""What a teacher takes away from the window: a 3D model, a page for a browser, and that page shared with the class."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow

from viewer.language import tr
from viewer.model.lessons.lesson import Lesson
from viewer.model.lessons.open_lesson import OpenLesson
from viewer.model.session.state import ViewState
from viewer.widgets.takeaway.errand import errand, shown_now
from viewer.widgets.takeaway.progress import Progress
from viewer.widgets.takeaway.suggesting import suggested


class TakeAway(QObject):
    """``message`` is what the status bar says of it."""

    message = Signal(str)

    def __init__(self, window: QMainWindow, state: ViewState, opened: OpenLesson) -> None:
        super().__init__(window)
        self._window, self._state, self._opened = window, state, opened

    def done_by(self) -> Mapping[str, Callable[..., object]]:
        """Who carries out which command."""
        return {"take_model": self.take_model, "take_page": self.take_page, "share": self.share}

    def take_model(self) -> None:
        """Ask where to, and write what is shown as a 3D model."""
        formats = {
            tr("glTF: colours and names, for other programs (*.glb)"): ".glb",
            tr("STL in millimetres, a file for each structure (*.zip)"): ".zip",
            tr("STL in millimetres, all in one, for 3D printing (*.stl)"): ".stl",
        }
        lesson = shown_now(self._state)
        path, chosen = QFileDialog.getSaveFileName(
            self._window, tr("3D model"), str(suggested(lesson.title, ".glb")), ";;".join(formats)
        )
        if path:
            asked = Path(path)
            ending = formats.get(chosen, ".glb")
            known = asked.suffix.lower() in formats.values()
            self._make("--model", asked if known else asked.with_name(asked.name + ending), lesson, tr("3D model"))

    def take_page(self) -> None:
        """Ask of what and where to, and write a page for a browser."""
        from viewer.widgets.takeaway.page_dialog import PageDialog

        dialog = PageDialog(self._opened.lesson, self._state, self._window)
        dialog.wanted.connect(self._save_page)
        dialog.open()

    def share(self) -> None:
        """Let the class open a page, once the teacher starts that."""
        from viewer.widgets.takeaway.share_dialog import ShareDialog

        dialog = ShareDialog(self._opened.lesson, self._state, self._window)
        dialog.saving_wanted.connect(self._save_page)
        dialog.show()

    def _save_page(self, lesson: Lesson) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self._window, tr("Page for a browser"), str(suggested(lesson.title, ".html")), tr("Pages (*.html)")
        )
        if path:
            asked = Path(path)
            known = asked.suffix.lower() in {".html", ".htm"}
            target = asked if known else asked.with_name(f"{asked.name}.html")
            self._make("--page", target, lesson, tr("Page for a browser"))

    def _make(self, option: str, target: Path, lesson: Lesson, title: str) -> None:
        try:
            making = errand([option, target], target, lesson, self._state, self)
        except OSError as fault:
            self.message.emit(tr("Nothing was written: {why}.").format(why=fault.strerror))
        else:
            Progress(title, making, self._window).show()
