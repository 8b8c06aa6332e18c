"""The small bar over the 3D view that a section comes with: which way it runs, at which level, what can be done."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSlider, QToolButton

from viewer.language import mark, tr
from viewer.model.atlas.level import Level, Way
from viewer.model.session.plane import CutPlane
from viewer.model.session.state import ViewState
from viewer.model.slicing import levels, planes
from viewer.widgets.chrome import theme
from viewer.widgets.viewport.viewport import Viewport

WAYS: Mapping[Way, str] = {
    Way.ACROSS: mark("Across"),
    Way.SAGITTAL: mark("From the side"),
    Way.FRONTAL: mark("From the front"),
}
EDGE, ABOVE = 8, 40  # pixels that it keeps from the view's sides, and from its lower edge, where other words may stand
STAR = 112  # pixels that the compass takes in the lower left corner
SLIDING = 540  # pixels of view from which there is room for the slider
BUTTONS = ("section_back", "section_on", "section_flip", "section_straight")


class SectionBar(QFrame):
    """Shows the section of the state. ``ran`` asks for a way, ``gone_to`` for a level, ``slid`` for a place."""

    ran = Signal(Way)
    gone_to = Signal(Level)
    slid = Signal(float)

    def __init__(self, state: ViewState, viewport: Viewport, actions: Mapping[str, QAction]) -> None:
        super().__init__(viewport)
        self._state, self._viewport = state, viewport
        self.way, self.level, self.slider = QComboBox(self), QComboBox(self), QSlider(Qt.Orientation.Horizontal, self)
        self._levels: tuple[Level, ...] = ()
        self.setObjectName("over_view")
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(tr("Section"))
        self._lay_out(actions)
        self.way.activated.connect(self._run)
        self.level.activated.connect(self._go)
        self.slider.valueChanged.connect(self._slide)
        viewport.installEventFilter(self)
        self.hide()

    def follow(self) -> None:
        """Stand there while there is a section, and say what is true of it; not in front of a class."""
        plane = self._state.view.plane
        shown = plane is not None and not self._viewport.projected
        if plane is not None and shown:
            with QSignalBlocker(self.slider):
                self._tell(plane)
        self.setVisible(shown)
        if shown:
            self._place()
            self.raise_()
        else:
            self._viewport.presenting.cover(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Keep to the lower edge."""
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _lay_out(self, actions: Mapping[str, QAction]) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.STEP, theme.STEP // 2, theme.STEP, theme.STEP // 2)
        row.setSpacing(theme.STEP // 2)
        buttons = {name: self._button(actions[name]) for name in (*BUTTONS, "section")}
        for part in (self.way, buttons["section_back"], self.level, buttons["section_on"], self.slider):
            row.addWidget(part)
        for name in ("section_flip", "section_straight", "section"):
            row.addWidget(buttons[name])
        self._naming = (buttons["section_back"], self.level, buttons["section_on"])
        self._choices()

    def _choices(self) -> None:
        for way, words in WAYS.items():
            self.way.addItem(tr(words), way)
        for part, name, tip in (
            (self.way, tr("Way of the section"), tr("Which way the section runs (Shift+S: the next)")),
            (self.level, tr("Level of the section"), tr("Where the section lies, by name")),
            (self.slider, tr("Place of the section"), tr("Move the section")),
        ):
            part.setAccessibleName(name)
            part.setToolTip(tip)
            part.setMinimumHeight(theme.TARGET)
        self.level.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.level.setMinimumContentsLength(15)
        self.level.setMaxVisibleItems(24)
        self.slider.setMinimumWidth(12 * theme.STEP)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        button.setMinimumSize(theme.TARGET, theme.TARGET)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.toolTip().splitlines()[0])
        return button

    def _tell(self, plane: CutPlane) -> None:
        atlas, way = self._state.atlas, planes.way_of(plane)
        there = levels.levels(atlas, way)
        if there != self._levels:
            self._levels = there
            self.level.clear()
            self.level.addItems([one.name for one in there])
        words = levels.told(atlas, plane)
        self.way.setCurrentIndex(list(WAYS).index(way))
        self.level.setPlaceholderText(words)
        self.level.setCurrentIndex(next((n for n, one in enumerate(there) if one.name == words), -1))
        low, high = self._viewport.body.extent(planes.AXES[way])
        self.slider.setInvertedAppearance(way is Way.ACROSS)
        self.slider.setInvertedControls(way is Way.ACROSS)
        self.slider.setRange(round(low), round(high))
        self.slider.setValue(round(planes.along(plane)))
        for part in self._naming:
            part.setVisible(not self._state.view.unnamed)

    def _run(self, row: int) -> None:
        self.ran.emit(self.way.itemData(row))

    def _go(self, row: int) -> None:
        self.gone_to.emit(self._levels[row])

    def _slide(self, value: int) -> None:
        self.slid.emit(float(value))

    def _place(self) -> None:
        room = self._viewport.size()
        self.slider.setVisible(room.width() >= SLIDING)
        size = self.sizeHint().boundedTo(room)
        width = min(size.width(), room.width() - 2 * EDGE)
        left = (room.width() - width) // 2
        above = ABOVE if left >= STAR else STAR
        self.setGeometry(left, room.height() - size.height() - above, width, size.height())
        self._viewport.presenting.cover(self.geometry())
