"""The look around the scene: two sets of colours, four sizes of type, one accent. Data, and the way onto the screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from viewer import paths

STEP = 8  # pixels of the grid that everything stands on
TARGET = 32  # pixels that anything clickable is high at least
CAPTION, BODY, TITLE, DISPLAY = 0.86, 1.0, 1.2, 1.65
SMALLEST_TYPE = 10.0  # points; some systems' own is smaller than can be read across a desk


@dataclass(frozen=True)
class Colours:
    """The inks and grounds around the scene, as CSS colours; text on any ground has at least 4.5:1."""

    name: str
    window: str
    base: str
    raised: str
    line: str
    ink: str
    quiet: str
    accent: str
    on_accent: str
    tint: str
    disputed: str
    tradition: str
    partly: str


DARK = Colours(
    name="dark",
    window="#22272d",
    base="#1b1f24",
    raised="#2c333a",
    line="#3a424a",
    ink="#f0ede6",
    quiet="#a9b0b5",
    accent="#74c7b8",
    on_accent="#0d211d",
    tint="#26413d",
    disputed="#f0b064",
    tradition="#c3aee8",
    partly="#9fc4dd",
)
LIGHT = Colours(
    name="light",
    window="#f3f1ec",
    base="#fffefb",
    raised="#e9e6df",
    line="#d3cfc5",
    ink="#1d2023",
    quiet="#5d6164",
    accent="#0b6b5f",
    on_accent="#ffffff",
    tint="#d3e8e3",
    disputed="#8f4a00",
    tradition="#5b3f97",
    partly="#1f5c80",
)


def is_dark(appearance: str) -> bool:
    """Whether an appearance ("system", "light", "dark") means dark now."""
    if appearance == "system":
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return appearance == "dark"


def apply(application: QApplication, dark: bool) -> None:
    """Dress the whole application."""
    colours = DARK if dark else LIGHT
    if not application.styleSheet():
        application.setStyle(QStyleFactory.create("Fusion"))
    application.setPalette(_palette(colours))
    application.setFont(sized(BODY))
    application.setStyleSheet(_sheet(colours))


def sized(scale: float, bold: bool = False) -> QFont:
    """The system's font in one of the four sizes."""
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(max(_system_size(), SMALLEST_TYPE) * scale)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


@cache
def _system_size() -> float:
    """Asking costs more than all else about a font, and lists ask for every row."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()


def _palette(c: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for roles, colour in (
        ((role.Window,), c.window),
        ((role.Base, role.ToolTipBase), c.base),
        ((role.AlternateBase, role.Button, role.Midlight), c.raised),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText), c.ink),
        ((role.PlaceholderText,), c.quiet),
        ((role.Highlight, role.Link, role.Accent), c.accent),
        ((role.HighlightedText,), c.on_accent),
        ((role.Mid, role.Dark), c.line),
    ):
        for each in roles:
            palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, _blend(c.quiet, c.window))
    return palette


def _blend(front: str, back: str) -> QColor:
    a, b = QColor(front), QColor(back)
    return QColor((a.red() + b.red()) // 2, (a.green() + b.green()) // 2, (a.blue() + b.blue()) // 2)


def _sheet(c: Colours) -> str:
    icons = paths.icons_folder().as_posix()
    return f"""
QSplitter::handle {{ background: {c.line}; }}
QSplitter::handle:hover {{ background: {c.accent}; }}
#drawer {{ background: {c.window}; border: 0; }}
#drawer[over="true"] {{ border-right: 1px solid {c.quiet}; }}
QMenuBar {{ background: {c.window}; padding: 2px 4px; }}
QMenuBar::item {{ padding: 5px 10px; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {c.raised}; color: {c.ink}; }}
QMenu {{ background: {c.base}; border: 1px solid {c.line}; padding: 4px; }}
QMenu::item {{ padding: 6px 28px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {c.tint}; color: {c.ink}; }}
QMenu::item:disabled {{ color: {c.quiet}; }}
QMenu::icon {{ padding-left: 6px; }}
QMenu::icon:checked {{ background: {c.tint}; border: 1px solid {c.accent}; border-radius: 4px; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}
QToolBar {{ background: {c.window}; border: 0; border-bottom: 1px solid {c.line}; padding: 4px 8px; spacing: 2px; }}
QToolBar::separator {{ background: {c.line}; width: 1px; margin: 6px 8px; }}
QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px; min-width: 22px; min-height: 22px; }}
QFrame#answers {{ background: {c.tint}; border: 1px solid {c.accent}; border-radius: 6px; }}
QToolButton#raised {{ background: {c.raised}; border-color: {c.line}; font-weight: 600; }}
QToolButton#raised:checked {{ background: {c.tint}; border-color: {c.accent}; }}
QToolButton#raised:disabled {{ background: {c.window}; }}
QToolButton#raised:focus {{ border-color: {c.accent}; }}
QToolButton:hover {{ background: {c.raised}; }}
QToolButton:pressed {{ background: {c.line}; }}
QToolButton:checked {{ background: {c.tint}; border-color: {c.accent}; color: {c.ink}; }}
QToolButton[popupMode="2"] {{ color: {c.quiet}; padding: 2px 20px 2px 8px; }}
QToolBar QToolButton[popupMode="2"] {{ color: {c.ink}; }}
QToolButton::menu-indicator {{ subcontrol-position: right center; right: 6px; }}
QToolButton[popupMode="1"] {{ padding-right: 16px; }}
QToolButton::menu-button {{ border: 0; border-radius: 4px; width: 16px; }}
QToolButton::menu-button:hover {{ background: {c.line}; }}
QToolButton:focus {{ border-color: {c.accent}; }}
QLineEdit {{ background: {c.base}; border: 1px solid {c.line}; border-radius: 6px; padding: 5px 8px;
  min-height: 20px; }}
QLineEdit:focus {{ border-color: {c.accent}; }}
QTreeView {{ background: {c.window}; border: 1px solid transparent; outline: 0; }}
QTreeView:focus {{ border-color: {c.accent}; }}
QTreeView::indicator, QCheckBox::indicator {{ width: 14px; height: 14px;
  border: 1px solid {c.quiet}; border-radius: 4px; }}
QTreeView::indicator:checked, QCheckBox::indicator:checked,
QTreeView::indicator:indeterminate {{ background: {c.accent}; border-color: {c.accent}; }}
QTreeView::indicator:checked, QCheckBox::indicator:checked {{ image: url("{icons}/tick-{c.name}.svg"); }}
QTreeView::indicator:indeterminate {{ image: url("{icons}/part-{c.name}.svg"); }}
QTreeView::indicator:hover, QCheckBox::indicator:hover {{ border-color: {c.ink}; }}
QCheckBox::indicator:focus {{ border: 2px solid {c.accent}; }}
QTreeView::item {{ min-height: 28px; border-radius: 4px; }}
QTreeView::branch:selected, QTreeView::branch:hover {{ background: {c.window}; }}
QTreeView::item:hover {{ background: {c.raised}; }}
QTreeView::item:selected {{ background: {c.tint}; color: {c.ink}; }}
QTextEdit {{ background: {c.window}; border: 1px solid transparent; selection-background-color: {c.accent};
  selection-color: {c.on_accent}; }}
QTextEdit:focus {{ border-color: {c.accent}; }}
#lessons QPlainTextEdit, #lessons QListWidget {{ background: {c.base}; border: 1px solid {c.line}; border-radius: 6px;
  selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
#lessons QPlainTextEdit:focus, #lessons QListWidget:focus {{ border-color: {c.accent}; }}
QStatusBar {{ background: {c.window}; border-top: 1px solid {c.line}; color: {c.quiet}; }}
QStatusBar::item {{ border: 0; }}
QStatusBar QLabel {{ color: {c.quiet}; padding: 0 8px; }}
QProgressBar {{ background: {c.line}; border: 0; border-radius: 2px; max-height: 4px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 2px; }}
QToolTip {{ background: {c.base}; color: {c.ink}; border: 1px solid {c.line}; padding: 4px; }}
QPushButton {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: 6px; padding: 6px 16px;
  min-height: 18px; }}
QPushButton:checked {{ background: {c.tint}; border-color: {c.accent}; color: {c.ink}; }}
QPushButton:hover {{ border-color: {c.quiet}; }}
QPushButton:default, QPushButton:focus {{ border-color: {c.accent}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {c.line}; border-radius: 4px; min-height: 28px; margin: 2px; }}
QScrollBar::handle:vertical:hover {{ background: {c.quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
