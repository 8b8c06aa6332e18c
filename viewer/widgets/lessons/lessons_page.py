"""The page on which a lesson is made: its title, its scenes with pictures, and the words of the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QScrollArea, QSplitter, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.lessons.scene_words import holds, title_of
from viewer.model.notes.plain_text import plain
from viewer.widgets.chrome import theme
from viewer.widgets.lessons.beginning import Beginning
from viewer.widgets.lessons.desk import Desk
from viewer.widgets.lessons.lesson_files import LessonFiles
from viewer.widgets.lessons.lesson_head import LessonHead
from viewer.widgets.lessons.notices import Notices
from viewer.widgets.lessons.scene_buttons import SceneButtons
from viewer.widgets.lessons.scene_deeds import SceneDeeds
from viewer.widgets.lessons.scene_editor import SceneEditor
from viewer.widgets.lessons.scene_list import SceneList
from viewer.widgets.lessons.scene_row import Row
from viewer.widgets.lessons.thumbnails import Thumbnails
from viewer.widgets.side_panel.page import Page

LEAST = 12 * theme.STEP  # pixels of the words' height


class LessonsPage(Page):
    """Shows the open lesson and lets it be worked on. Whatever changes it, undo included, is followed."""

    def __init__(
        self, desk: Desk, files: LessonFiles, deeds: SceneDeeds, thumbnails: Thumbnails, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._state, self._opened, self._giving = desk.state, desk.opened, desk.giving
        self._files, self._deeds, self._thumbnails = files, deeds, thumbnails
        self._seen = False
        self._typing = 0
        """Counts how often a field was entered: what is typed without leaving it is one step."""
        self.head = LessonHead(desk, self)
        self.notices, self.begin_with = Notices(self), Beginning(desk.state, self)
        self.list, self.editor, self.buttons = SceneList(self), SceneEditor(self), SceneButtons(self)
        self._lay_out()
        self._wire()
        self.editor.sources.offer(desk.state.atlas)
        self.follow()

    @property
    def chosen(self) -> int:
        """The scene that is chosen, counted from 0; -1 where there is none."""
        return self.list.chosen

    def begin(self) -> None:
        """The keyboard to the scenes, or to what begins one."""
        part = self.list if self._opened.lesson.scenes else self.begin_with
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, number: int) -> None:
        """Choose a scene, so that its words can be read and changed."""
        self.list.setCurrentRow(number)
        self.follow()

    # Following ------------------------------------------------------------------------------------------------

    def follow(self) -> None:
        """Show the lesson as it is now."""
        lesson, atlas = self._opened.lesson, self._state.atlas
        rows = [
            Row(number + 1, title_of(scene, atlas), holds(scene, atlas), number == self._giving.number,
                self._thumbnails.of(scene))
            for number, scene in enumerate(lesson.scenes)
        ]  # fmt: skip
        self.list.fill(rows, max(self.chosen, 0))
        self.head.tell(lesson, self._opened.path, self._opened.unsaved)
        self.parts.setVisible(bool(rows))
        self.begin_with.setVisible(not rows)
        self.buttons.allow(self.chosen, len(rows))
        self._follow_words()
        self.attend(self._seen)

    def _follow_words(self) -> None:
        scenes = self._opened.lesson.scenes
        if 0 <= self.chosen < len(scenes):
            self.editor.show_scene(scenes[self.chosen], self._state.atlas)
            self.buttons.allow(self.chosen, len(scenes))

    def _follow_lesson(self) -> None:
        """Another lesson: its first scene."""
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(0)

    def _follow_giving(self) -> None:
        if self._giving.number >= 0:
            with QSignalBlocker(self.list):
                self.list.setCurrentRow(self._giving.number)
        self.follow()

    def _take_atlas(self) -> None:
        self.editor.sources.offer(self._state.atlas)
        self.follow()

    def attend(self, seen: bool) -> None:
        """Pictures are made while somebody looks, and nothing is begun behind a closed page."""
        self._seen = seen
        lesson = self._opened.lesson
        self._thumbnails.want(lesson.scenes if seen else ())
        if seen and not lesson.scenes:
            self.begin_with.offer()

    # Doing ----------------------------------------------------------------------------------------------------

    def _show(self, number: int) -> None:
        self._giving.go_to(number)

    def _do(self, deed: Callable[[int], object]) -> Callable[[], None]:
        """A deed to the scene that is chosen."""

        def do() -> None:
            if self.chosen >= 0:
                deed(self.chosen)

        return do

    def _retitle(self, words: str) -> None:
        self._deeds.name_lesson(plain(words), self._typing)

    def _describe(self, words: str) -> None:
        self._deeds.describe_lesson(plain(words), self._typing)

    def _rewrite(self, aspect: str, value: object) -> None:
        self._deeds.rewrite(self.chosen, aspect, value, self._typing)

    def _count_typing(self) -> None:
        self._typing += 1

    def _rename(self) -> None:
        self.editor.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Building -------------------------------------------------------------------------------------------------

    def _wire(self) -> None:
        self._opened.exchanged.connect(self._follow_lesson)
        self._opened.changed.connect(self.follow)
        self._state.atlas_changed.connect(self._take_atlas)
        self._giving.moved.connect(self._follow_giving)
        self._thumbnails.arrived.connect(self.follow)
        self._deeds.led_to.connect(self.choose)
        self._files.refused.connect(self.notices.refuse)
        self._files.remarked.connect(self.notices.remark)
        self.head.menu.chosen.connect(self._files.open)
        self.head.menu.new_asked.connect(self._files.begin_new)
        self.begin_with.chosen.connect(self._files.open)
        self.head.title.textEdited.connect(self._retitle)
        self.head.about.textEdited.connect(self._describe)
        for field in (self.head.title, self.head.about):
            field.editingFinished.connect(self._count_typing)
        self.list.entered.connect(self._show)
        self.list.moved.connect(self._deeds.move)
        self.list.deleted.connect(self._deeds.delete)
        self.list.renaming.connect(self._rename)
        self.list.currentRowChanged.connect(self._follow_words)
        self.list.currentRowChanged.connect(self._count_typing)
        self.editor.typed.connect(self._rewrite)
        self.editor.left.connect(self._count_typing)
        for name, do in (
            ("show", self._do(self._show)), ("update", self._do(self._deeds.update)),
            ("up", self._do(lambda _: self.list.move_by(-1))), ("down", self._do(lambda _: self.list.move_by(1))),
            ("copy", self._do(self._deeds.duplicate)), ("delete", self._do(self._deeds.delete)),
        ):  # fmt: skip
            self.buttons.by_name[name].clicked.connect(do)

    def _lay_out(self) -> None:
        self.setAccessibleName(tr("Lessons"))
        self.setObjectName("lessons")
        scenes = QWidget(self)
        inside = QVBoxLayout(scenes)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.STEP // 2)
        inside.addWidget(self.list, stretch=1)
        inside.addWidget(self.buttons)
        self.parts = QSplitter(Qt.Orientation.Vertical, self)
        self.parts.setChildrenCollapsible(False)
        for part in (scenes, _scrolled(self.editor)):
            self.parts.addWidget(part)
        self.parts.setSizes([3, 2])
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.STEP, theme.STEP)
        column.setSpacing(theme.STEP)
        for part in (self.head, self.notices):
            column.addWidget(part)
        for part in (self.begin_with, self.parts):
            column.addWidget(part, stretch=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * theme.STEP, 0, 0, 0)
        layout.addWidget(_scrolled(content))


def _scrolled(content: QWidget) -> QScrollArea:
    """Scrolled where it is higher than there is room for, as on a small screen or with large letters."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setMinimumHeight(LEAST)
    area.setWidget(content)
    return area
