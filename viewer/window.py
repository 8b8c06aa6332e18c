"""The main window: the scene in the middle, the list and the facts as docks, the bar above, and who listens to whom."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMainWindow, QMenu, QWidget

from viewer.language import tr
from viewer.model.annotations.mesh_faults import mesh_names
from viewer.model.annotations.watch import AnnotationsWatch
from viewer.model.answers import body_words
from viewer.model.atlas.atlas import Atlas
from viewer.model.session.settings import APPEARANCES, Settings
from viewer.model.session.state import ViewState
from viewer.model.session.view import View
from viewer.widgets.chrome import actions, bar, theme
from viewer.widgets.chrome.commands import Commands
from viewer.widgets.chrome.faults_dock import FaultsDock
from viewer.widgets.chrome.languages import LanguageMenu
from viewer.widgets.facts.page import FactsPage
from viewer.widgets.facts.questions import Questions
from viewer.widgets.structures.place_menu import PlaceMenu
from viewer.widgets.structures.structure_list import StructureList
from viewer.widgets.study.tool_windows import ToolWindows
from viewer.widgets.viewport.places import Places
from viewer.widgets.viewport.projector import Projector
from viewer.widgets.viewport.viewport import Viewport

USUAL = QSize(1440, 900)
DOCK_WIDTHS = ((240, 320), (272, 384))  # least and most at the start: list, facts
STRUCTURE_COMMANDS = ("frame", "hide", "isolate", "ghost", "labels", "show_all", "start_over")


class Window(QMainWindow):
    """Everything that is on the screen."""

    def __init__(self, atlas: Atlas, view: View, meshes: Path, settings: Settings) -> None:
        super().__init__()
        self._meshes, self._settings = meshes, settings
        self.state = ViewState(atlas.named_in(settings.language), view, self)
        self._watch: AnnotationsWatch | None = None
        self.actions_by_id = actions.build(self)
        self.addActions(list(self.actions_by_id.values()))
        self.viewport = Viewport(self.state, self)
        self.structures, self._page = StructureList(self.state, self), FactsPage(self.state, self)
        self.facts = self._page.panel
        self.commands = Commands(self, self.state, self.viewport, settings)
        self.projector = Projector(self, self.viewport)
        self.tool_windows = ToolWindows(self, self.state, self.viewport, settings)
        self.questions = Questions(self.state, self.facts, self.viewport.navigation)
        self._arrange()
        self._wire()
        self._restore()

    def watch(self, annotations: Path) -> None:
        """Read the annotations again whenever their file is saved; their faults stand in the window until mended."""
        self._watch = AnnotationsWatch(annotations, self.state.atlas, self, mesh_names(self._meshes))
        self._watch.reloaded.connect(self._reload)
        self._watch.faults_changed.connect(self.faults.show_faults)
        self._watch.start()

    def _reload(self, atlas: Atlas) -> None:
        self.state.set_atlas(atlas.named_in(self._settings.language))
        self._show_problems()
        self._tell(self.tr("The annotations were read again"))

    def begin(self, first_view: str | None = None) -> None:
        """Bring in the scene behind the visible window."""
        self.viewport.load(self._meshes, first_view)

    def _wire(self) -> None:
        self.commands.wire(self.actions_by_id)
        self.commands.search_asked.connect(self._search)
        self.commands.facts_asked.connect(self._facts_dock.show)
        self.commands.facts_asked.connect(self.facts.go_to_first)
        self.commands.variation_asked.connect(self.bar.step_variation)
        self.commands.forms_asked.connect(self._choose_form)
        self.commands.projector_asked.connect(self.projector.toggle)
        self.commands.message.connect(self._tell)
        self._wire_questions()
        self.structures.entered.connect(self._go_to)
        self.structures.fact_entered.connect(self._go_to)
        self.structures.fact_shown.connect(self.facts.go_to_fact)
        self.structures.place_entered.connect(Places(self.state, self.viewport).go_to)
        self.structures.left.connect(self._return_to_scene)
        self.facts.followed.connect(self._go_to)
        self.viewport.problems_changed.connect(self._show_problems)
        self.viewport.navigation.menu_asked.connect(self._open_menu)
        self.state.changed.connect(self._show_state)
        self._appearances.triggered.connect(self._choose_appearance)
        QApplication.styleHints().colorSchemeChanged.connect(self._dress)
        self.projector.changed.connect(self.actions_by_id["clear"].setDisabled)

    def _wire_questions(self) -> None:
        self.commands.pain_asked.connect(self._facts_dock.show)
        self.commands.pain_asked.connect(self.questions.ask_where_it_hurts)
        self.commands.levels_asked.connect(self._facts_dock.show)
        self.commands.levels_asked.connect(self.questions.ask_levels)
        self.commands.cleared.connect(self.questions.end_asking)
        self.commands.cleared.connect(self.facts.show_selection)
        self.questions.gone_to.connect(self._go_to)
        self.questions.message.connect(self._tell)
        self.questions.touch_asked.connect(self.tool_windows.find_by_touch)
        self.questions.welcome_put_away.connect(self._put_welcome_away)
        self.commands.tool_asked.connect(self.tool_windows.fetch)
        self.commands.note_asked.connect(self.tool_windows.note_on)
        self.commands.pins_asked.connect(self.tool_windows.pins.set_shown)
        self.commands.cleared.connect(self.tool_windows.give_up_place)
        self.tool_windows.gone_to.connect(self._go_to)
        self.tool_windows.look_from_asked.connect(self.viewport.look_from)

    def _name_in(self, language: str) -> None:
        """Name structures in another language from now on."""
        self._settings.language = language
        self.state.set_atlas(self.state.atlas.named_in(language))
        self._show_state()

    # Building -------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.setWindowTitle("Iliopsoas")
        self.resize(USUAL.boundedTo(QGuiApplication.primaryScreen().availableSize() * 0.95))
        self.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AllowNestedDocks)
        self.setCentralWidget(self.viewport)
        self.bar = bar.Bar(self.state, self.actions_by_id, self)
        self.addToolBar(self.bar)
        self._left = left = self._dock(
            "structures", self.tr("Structures"), self.structures, Qt.DockWidgetArea.LeftDockWidgetArea
        )
        self._facts_dock = right = self._dock(
            "facts", self.tr("Facts"), self._page, Qt.DockWidgetArea.RightDockWidgetArea
        )
        widths = [max(least, min(round(0.27 * self.width()), most)) for least, most in DOCK_WIDTHS]
        self.resizeDocks([left, right], widths, Qt.Orientation.Horizontal)
        self.faults = FaultsDock(self)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.faults)
        self._modes = bar.Modes(self.state, self.actions_by_id, self)
        self._count = QLabel(self)
        self.statusBar().addPermanentWidget(self._count)
        menus = bar.fill_menus(self.menuBar(), self.actions_by_id)
        languages = LanguageMenu(self._settings.language, self)
        languages.chosen.connect(self._name_in)
        menus["&View"].addSeparator()
        menus["&View"].addMenu(languages)
        self._fill_window_menu(menus["&Window"], [left, right])

    def _dock(self, name: str, title: str, content: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setAccessibleName(title)
        dock.setWidget(content)
        self.addDockWidget(area, dock)
        return dock

    def _fill_window_menu(self, menu: QMenu, docks: list[QDockWidget]) -> None:
        self._appearances = QActionGroup(self)
        menu.addSeparator()
        appearances = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        for name in APPEARANCES:
            action = QAction(appearances[name], self._appearances)
            action.setCheckable(True)
            action.setData(name)
            menu.addAction(action)
        menu.addSeparator()
        menu.addActions([dock.toggleViewAction() for dock in docks])

    # Lasting settings -----------------------------------------------------------------------------------------

    def _restore(self) -> None:
        self.restoreGeometry(self._settings.geometry)
        self.restoreState(self._settings.layout)
        self.faults.show_faults([])
        self.actions_by_id["reduce_motion"].setChecked(self._settings.reduced_motion)
        self.actions_by_id["pins"].setChecked(self._settings.pins)
        self.viewport.reduced_motion = self._settings.reduced_motion
        self.facts.set_greeted(self._settings.greeted)
        for action in self._appearances.actions():
            action.setChecked(action.data() == self._settings.appearance)
        self._dress()
        self._show_state()
        if self._settings.note:
            self.statusBar().showMessage(self._settings.note)  # until something else is to be told

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Every way out: save, then give back the graphics card, then go."""
        if self.projector.on:
            self.projector.leave()
        self._settings.geometry, self._settings.layout = self.saveGeometry(), self.saveState()
        self._settings.save()
        if self._watch is not None:
            self._watch.stop()
        self.viewport.shut()
        super().closeEvent(event)

    def _put_welcome_away(self) -> None:
        self._settings.greeted = True
        self.facts.set_greeted()

    def _choose_appearance(self, action: QAction) -> None:
        self._settings.appearance = action.data()
        self._dress()

    def _dress(self) -> None:
        dark = theme.is_dark(self._settings.appearance)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply(application, dark)
        self.viewport.set_dark(dark)
        self.facts.set_dark(dark)

    # Answering ------------------------------------------------------------------------------------------------

    def _show_state(self) -> None:
        view, atlas = self.state.view, self.state.atlas
        there = [name for name in atlas.structures if name not in view.absent and name not in self._problems]
        shown = sum(view.shows(name) for name in there)
        self._count.setText(
            tr("%n structure(s)", "", shown)
            if shown == len(there)
            else tr("%n of {of} structures shown", "", shown).format(of=len(there))
        )
        names = [body_words.title(atlas, view, name) for name in view.selection]
        self.setWindowTitle(f"Iliopsoas – {names[-1]}" if names else "Iliopsoas")
        chosen = self.tr("Selected: {names}").format(names="; ".join(names)) if names else self.tr("Nothing selected")
        self.viewport.setAccessibleDescription("\n".join((chosen, *body_words.badge(atlas, view).splitlines())))

    def _show_problems(self) -> None:
        self.structures.set_problems(self._problems)
        self._show_state()
        for name, reason in list(self._problems.items())[:1]:
            count, title = len(self._problems), body_words.title(self.state.atlas, self.state.view, name)
            several = tr("%n structure(s) ha(s|ve) no model; the list says why", "", count)
            self._tell(several if count > 1 else f"{title}: {reason}")

    @property
    def _problems(self) -> Mapping[str, str]:
        return self.viewport.scene.problems if self.viewport.scene else {}

    def _tell(self, words: str) -> None:
        self.statusBar().showMessage(words, 8000)

    def _choose_form(self) -> None:
        if not self.bar.open_forms():
            self._tell(self.tr("No structure here has forms to choose from"))

    def _search(self) -> None:
        self._left.show()
        self.structures.focus_search()

    def _return_to_scene(self) -> None:
        self.viewport.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, structure_id: str, fact_id: str = "") -> None:
        """Choose a structure, light one of its facts and come close, bringing it back if it was put away."""
        if structure_id not in self.state.atlas.structures:
            self.questions.tell_of(structure_id, fact_id)
            return
        with self.state.one_step():
            if not self.state.view.shows(structure_id):
                self.state.set_hidden([structure_id], False)
            self.state.select(structure_id)
            if fact_id:
                self.state.highlight(fact_id)
            self.viewport.frame((structure_id,))

    def _open_menu(self, place: QPointF) -> None:
        about = [self.actions_by_id[name] for name in STRUCTURE_COMMANDS]
        menu = PlaceMenu(self.state, place, self.viewport.navigation.spot(place), about, self)
        menu.pain_asked.connect(self.questions.hurts_under)
        menu.note_asked.connect(self.tool_windows.note_on)
        menu.popup(self.viewport.mapToGlobal(place.toPoint()))
