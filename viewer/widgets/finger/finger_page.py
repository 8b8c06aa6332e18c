"""The page of the finger: where to begin, where the tip is, what to keep off, the section, the layers, and the push."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer.language import tr
from viewer.model.finger import telling
from viewer.model.finger.planes import Plane, across
from viewer.model.finger.presets import Preset, presets
from viewer.model.finger.press import FingerPath, Press
from viewer.model.session.state import ViewState
from viewer.widgets.chrome import icons, theme
from viewer.widgets.finger.caution_cards import CautionCards
from viewer.widgets.finger.layer_list import LayerList
from viewer.widgets.finger.plate import Subject
from viewer.widgets.finger.section_picture import SectionPicture
from viewer.widgets.side_panel.page import Page
from viewer.widgets.viewport.viewport import Viewport

WIDE = 700  # pixels from which the section stands beside the words
PICTURE = 30  # ms after which the section follows a finger that moves
PUSH = 2.0  # mm for one press of a button
REPEAT, DELAY = 130, 300  # ms: held down, a button sinks about as fast as a hand does with the breath


class FingerPage(Page):
    """Follows the finger of the view while it is seen. ``told`` is what the status bar says."""

    told = Signal(str)

    def __init__(self, state: ViewState, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._viewport = state, viewport
        self._hand = viewport.hand
        self._body = state.view.absent, state.view.forms
        self.plane = Plane.ACROSS
        self.which = QComboBox(self)
        self.place, self.sought, self.limits = QLabel(self), QLabel(self), QLabel(self)
        self.cards, self.layers, self.picture = CautionCards(self), LayerList(self), SectionPicture(self)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.out, self.deeper, self.turn = QToolButton(self), QToolButton(self), QToolButton(self)
        self._parts, self._area = QBoxLayout(QBoxLayout.Direction.TopToBottom), QScrollArea(self)
        self._soon = QTimer(self, singleShot=True, interval=PICTURE)
        self._lay_out()
        self._wire()
        self._list_presets()

    def begin(self) -> None:
        """The keyboard to the 3D view, where the finger is; to the places to begin from while there is none."""
        focused = self._viewport if self._state.view.finger else self.which
        focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_plane(self) -> None:
        """Cut along the body instead of across it, or across it again."""
        self.plane = Plane.ALONG if self.plane is Plane.ACROSS else Plane.ACROSS
        self.follow()

    def follow(self) -> None:
        """Tell of the finger that there is now."""
        if not self.isVisible():
            return
        press = self._state.view.finger
        path = self._viewport.body.feel(press) if press else None
        for part in (self.slider, self.out, self.deeper, self.turn):
            part.setEnabled(path is not None)
        self.picture.setVisible(path is not None)
        self.layers.setVisible(path is not None)
        if press is None or path is None:
            self._tell_nothing()
        else:
            self._tell(press, path)

    def _follow_body(self) -> None:
        """Another body is felt once the scene, which hears of it first, shows it."""
        body = self._state.view.absent, self._state.view.forms
        if body != self._body:
            self._body = body
            self.follow()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What has changed meanwhile."""
        super().showEvent(event)
        self.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a wide window the section stands beside the words."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        self._parts.setDirection(ways.LeftToRight if self.width() >= WIDE else ways.TopToBottom)

    # Telling --------------------------------------------------------------------------------------------------

    def _tell(self, press: Press, path: FingerPath) -> None:
        atlas = self._state.atlas
        warned = telling.cautions(path, atlas)
        self.place.setText(telling.place_words(path, atlas))
        self._viewport.setAccessibleDescription(self.place.text())  # read aloud while the keyboard is there
        self.sought.setText("\n".join((*telling.sought_words(path, atlas), *_awaited_words(path))))
        self.cards.tell(warned)
        self.layers.fill(telling.layers(path, atlas), atlas)
        self.layers.mark(self._state.view.selection)
        self._show_depth(press, telling.deepest(path, atlas))
        if not self._soon.isActive():
            self._soon.start()

    def _cut(self) -> None:
        """The words are first; the picture follows as often as there is time for it."""
        press = self._state.view.finger
        path = self._viewport.body.feel(press) if press and self.isVisible() else None
        section = self._viewport.body.section(press, across(press.way, self.plane)) if press and path else None
        if path is not None and section is not None:
            warned = telling.cautions(path, self._state.atlas)
            ids = frozenset(one.structure for one in warned)
            self.picture.show_section(Subject(self._state.atlas, path, section, self.plane, ids), self._spoken(warned))

    def _tell_nothing(self) -> None:
        self.place.setText(tr("Press on the skin in the 3D view, or choose a place to begin."))
        self.sought.setText(
            tr("Press: lay the finger. Drag: aim. Wheel, + and −: push. Arrow keys move it, with Shift they aim.")
        )
        self._viewport.setAccessibleDescription("")
        self.cards.tell(())
        self.layers.fill((), self._state.atlas)
        self.picture.show_nothing()

    def _spoken(self, warned: tuple[telling.Caution, ...]) -> str:
        """The picture in words."""
        return " ".join((self.place.text(), self.sought.text(), *(one.text for one in warned)))

    def _show_depth(self, press: Press, deepest: float) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, int(deepest))
            if not self.slider.isSliderDown():
                self.slider.setValue(round(press.depth))
        self.slider.setAccessibleDescription(tr("{depth} mm below the skin").format(depth=round(press.depth)))

    def _mark(self) -> None:
        if self.isVisible():
            self.layers.mark(self._state.view.selection)
            self.picture.light(next(iter(self._state.view.selection), ""))

    # Doing ----------------------------------------------------------------------------------------------------

    def _begin_from(self, number: int) -> None:
        preset = self.which.itemData(number)
        if isinstance(preset, Preset):
            press = self._viewport.body.press_on(preset.start, preset.aim)
            if press is not None:
                self._hand.lay(press)
                self._viewport.setFocus(Qt.FocusReason.OtherFocusReason)

    def _push_deeper(self) -> None:
        self._hand.push(PUSH)

    def _push_out(self) -> None:
        self._hand.push(-PUSH)

    def _list_presets(self) -> None:
        self.which.clear()
        self.which.addItem(tr("Begin at a known place …"))
        for preset in presets(self._state.atlas):
            self.which.addItem(preset.title, preset)

    def _take_atlas(self) -> None:
        self._list_presets()
        self.follow()

    def _tell_missed(self) -> None:
        self.told.emit(tr("There is no skin there: press on the body, or drag beside it to turn"))

    # Building -------------------------------------------------------------------------------------------------

    def _wire(self) -> None:
        state = self._state
        for signal in (state.finger_changed, self._viewport.felt_more, self._viewport.loaded):
            signal.connect(self.follow)
        state.changed.connect(self._follow_body)
        state.selection_changed.connect(self._mark)
        state.atlas_changed.connect(self._take_atlas)
        self._soon.timeout.connect(self._cut)
        self._hand.missed.connect(self._tell_missed)
        self.which.activated.connect(self._begin_from)
        self.slider.valueChanged.connect(self._hand.sink)
        self.slider.sliderReleased.connect(self._hand.settle)
        self.deeper.clicked.connect(self._push_deeper)
        self.out.clicked.connect(self._push_out)
        self.turn.clicked.connect(self.turn_plane)
        self.picture.plane_asked.connect(self.turn_plane)
        self.picture.told.connect(self.told)
        for chooser in (self.picture, self.layers, self.cards):
            chooser.chosen.connect(state.select)

    def _lay_out(self) -> None:
        self.setAccessibleName(tr("Finger"))
        self.which.setAccessibleName(tr("Place to begin from"))
        self.which.setToolTip(tr("Where the palpation steps start, on either side"))
        self.which.setMinimumHeight(theme.TARGET)
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for label, scale in ((self.place, theme.TITLE), (self.sought, theme.BODY), (self.limits, theme.CAPTION)):
            label.setFont(theme.sized(scale, bold=label is self.place))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.limits.setText(telling.limits_words())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * theme.STEP, 0, theme.STEP, theme.STEP)
        layout.addWidget(self.which)
        layout.addWidget(self.place)
        layout.addWidget(self._scrolled(), stretch=1)
        layout.addLayout(self._pushing())

    def _scrolled(self) -> QScrollArea:
        words, page = QVBoxLayout(), QWidget(self)
        for part in (self.sought, self.cards, self.layers, self.limits):
            words.addWidget(part)
        words.addStretch()
        self._parts.addLayout(words, 2)
        self._parts.insertWidget(0, self.picture, 3)
        self._parts.setContentsMargins(0, 0, 0, 0)
        page.setLayout(self._parts)
        self._area.setWidget(page)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        return self._area

    def _pushing(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.slider.setAccessibleName(tr("Depth of the fingertip"))
        self.slider.setToolTip(tr("How deep the fingertip is, in mm"))
        self.slider.setMinimumHeight(theme.TARGET)
        for button, text, name, tip in (
            (self.out, "−", tr("Out"), tr("Let the finger come out; hold for more (− in the 3D view)")),
            (
                self.deeper,
                "+",
                tr("Deeper"),
                tr("Sink deeper; hold to go on, as with the breath out (+ in the 3D view)"),
            ),
            (self.turn, "", tr("Other plane"), tr("Cut across the body or along it (Shift+E)")),
        ):
            button.setText(text)
            button.setAccessibleName(name)
            button.setToolTip(tip)
            button.setMinimumSize(theme.TARGET, theme.TARGET)
        self.turn.setIcon(icons.icon("plane"))
        for button in (self.out, self.deeper):
            button.setAutoRepeat(True)
            button.setAutoRepeatInterval(REPEAT)
            button.setAutoRepeatDelay(DELAY)
        for part in (self.out, self.slider, self.deeper, self.turn):
            row.addWidget(part)
        return row


def _awaited_words(path: FingerPath) -> tuple[str, ...]:
    if not path.awaited:
        return ()
    return (tr("%n structure(s) are still being read: what they would add is not told yet.", "", len(path.awaited)),)
