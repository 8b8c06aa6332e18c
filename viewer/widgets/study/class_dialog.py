"""A class of bodies drawn at random: how many lack a muscle and on which side, each of them to be opened in 3D."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer.language import tr
from viewer.model.answers.population import USUAL_COUNT, draw_class, rates, tally
from viewer.model.atlas.atlas import Atlas, Side, Variation
from viewer.model.session.body import Body
from viewer.model.words import side_words
from viewer.widgets.chrome import theme
from viewer.widgets.chrome.inert import inert

COLUMNS = 6
FIGURE = QSize(36, 36)
HIGHEST_SEED = 9_999


class ClassDialog(QDialog):
    """Draws a class of one variation. ``opened`` holds the Body that was chosen."""

    opened = Signal(object)

    def __init__(self, atlas: Atlas, variation: Variation, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("A class of thirty"))
        self._variation, self._rates = variation, rates(atlas, variation)
        self.rate, self.seed, self.again = QComboBox(self), QSpinBox(self), QPushButton(tr("&Another class"), self)
        self.told, self.figures = QLabel(self), QButtonGroup(self)
        self.bodies: tuple[Body, ...] = ()
        self._lay_out()
        self.rate.currentIndexChanged.connect(self.draw)
        self.seed.valueChanged.connect(self.draw)
        self.again.clicked.connect(self._draw_another)
        self.figures.idClicked.connect(self._open)
        self.draw()
        self._take_room()

    def draw(self) -> None:
        """The class of the rate and the number that are chosen now; the same give the same class."""
        rate = self._rates[self.rate.currentIndex()]
        self.bodies = draw_class(self._variation, rate.percent, self.seed.value())
        self.told.setText(self._summary())
        for number, body in enumerate(self.bodies):
            self._show_body(self.figures.button(number), number, body)

    def _take_room(self) -> None:
        """As tall as its wrapped words need: Qt would open it at two thirds of a small screen, its figures cut."""
        layout, width = self.layout(), self.sizeHint().width()
        assert layout is not None
        self.resize(width, layout.totalHeightForWidth(width))

    def _open(self, number: int) -> None:
        self.opened.emit(self.bodies[number])

    def _draw_another(self) -> None:
        self.seed.setValue(self.seed.value() % HIGHEST_SEED + 1)

    def _summary(self) -> str:
        counts = tally(self._variation, self.bodies)
        sides = (
            tr("%n on the {side} only", "", n).format(side=side_words(side)) for side, n in counts.one_side.items()
        )
        lacking = tr("%n of {count} lack(s|) {name}", "", counts.lacking)
        both = tr("%n ha(s|ve) it on both sides", "", counts.everywhere)
        told = tr("{lacking}; {both}, {sides}.").format(
            lacking=lacking.format(count=counts.count, name=self._variation.name), both=both, sides=", ".join(sides)
        )
        drawn = [(form.word, counts.forms[form.id]) for form in self._variation.forms if counts.forms.get(form.id)]
        forms = ", ".join(tr("{form} ({n})").format(form=word, n=n) for word, n in drawn)
        more = tr("Forms: {forms}.").format(forms=forms)
        return f"{told} {more}" if drawn else told

    def _show_body(self, button: QWidget | None, number: int, body: Body) -> None:
        assert isinstance(button, QToolButton)
        words = "; ".join((self._presence(body), *self._forms(body).values()))
        button.setIcon(_figure(self._sides(body), self._forms(body), self.palette()))
        button.setToolTip(inert(tr("Show body {number}: {words}").format(number=number + 1, words=words)))
        button.setAccessibleName(tr("Body {number}: {words}").format(number=number + 1, words=words))

    def _sides(self, body: Body) -> list[Side]:
        return [side for side, name in self._variation.members.items() if name not in body.absent]

    def _forms(self, body: Body) -> dict[Side, str]:
        """What there is to say of sides with a form that is not the usual one: "left fascia only"."""
        forms = ((self._variation.side_of(name), self._variation.form(form).word) for name, form in body.forms)
        return {side: tr("{side} {form}").format(side=side_words(side), form=word) for side, word in forms}

    def _presence(self, body: Body) -> str:
        sides = self._sides(body)
        if len(sides) == 1:
            return tr("{side} only").format(side=side_words(sides[0]))
        return tr("on both sides") if sides else tr("absent")

    def _lay_out(self) -> None:
        name = self._variation.name
        self.rate.addItems([tr("{p} %: {name}").format(p=f"{one.percent:g}", name=one.name) for one in self._rates])
        self.rate.setAccessibleName(tr("How often bodies have {name}").format(name=name))
        self.rate.setToolTip(tr("The series that the class is drawn from"))
        self.rate.setMinimumContentsLength(30)
        self.rate.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.seed.setRange(1, HIGHEST_SEED)
        self.seed.setAccessibleName(tr("Number of the class"))
        self.seed.setToolTip(tr("The same number gives the same class again"))
        self.again.setToolTip(tr("Draw another class (Alt+A)"))
        self.told.setFont(theme.sized(theme.TITLE))
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        form = QFormLayout()
        form.addRow(tr("&Rate"), self.rate)
        form.addRow(tr("Class &number"), self.seed)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.again, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * theme.STEP)
        layout.addLayout(form)
        layout.addWidget(self.told)
        layout.addLayout(self._grid())
        layout.addWidget(self._caption())
        layout.addWidget(buttons)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.STEP // 2)
        for number in range(USUAL_COUNT):
            button = QToolButton(self)
            button.setText(str(number + 1))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIconSize(FIGURE)
            button.setMinimumSize(8 * theme.STEP, 7 * theme.STEP)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.figures.addButton(button, number)
            grid.addWidget(button, number // COLUMNS, number % COLUMNS)
        return grid

    def _caption(self) -> QLabel:
        caption = QLabel(self)
        caption.setFont(theme.sized(theme.CAPTION))
        caption.setWordWrap(True)
        caption.setText(
            tr(
                "Seen from the front: the person's right is at the left. A full bar is there, an empty one is missing;"
                " a dot in a bar marks a form that is not the usual one. No series counts right against left in enough"
                " bodies, so either side is drawn as likely as the other."
            )
        )
        return caption


def _figure(sides: Sequence[Side], marked: Collection[Side], palette: QPalette) -> QIcon:
    """Two bars as seen from the front, full where the muscle is there, dashed and empty where it is missing; with a dot
    in those that are ``marked``.
    """
    picture = QPixmap(FIGURE * 2)
    picture.setDevicePixelRatio(2.0)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for left, side in ((8.0, Side.RIGHT), (22.0, Side.LEFT)):
        there = side in sides
        ink = palette.color(QPalette.ColorRole.Text)
        painter.setPen(QPen(ink, 1.2, Qt.PenStyle.SolidLine if there else Qt.PenStyle.DashLine))
        painter.setBrush(QColor(170, 58, 50) if there else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(left, 3.0, 6.0, 30.0), 3.0, 3.0)
        if side in marked:
            painter.setPen(QPen(ink, 1.2))
            painter.setBrush(palette.color(QPalette.ColorRole.Base))
            painter.drawEllipse(QRectF(left - 1.0, 20.0, 8.0, 8.0))
    painter.end()
    return QIcon(picture)
