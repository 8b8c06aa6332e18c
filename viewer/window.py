"""The main window: list, scene and side panel in columns, menus and bar above, and who listens to whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMenuBar

from viewer.language import tr
from viewer.model.annotations.mesh_faults import mesh_names
from viewer.model.annotations.watch import AnnotationsWatch
from viewer.model.atlas.atlas import Atlas
from viewer.model.practice.practice_log import PracticeLog
from viewer.model.session.settings import Settings
from viewer.model.session.state import ViewState
from viewer.model.session.view import View
from viewer.widgets.chrome import actions, bar
from viewer.widgets.chrome.appearance import Appearance
from viewer.widgets.chrome.commands import Commands
from viewer.widgets.chrome.escape import Escape
from viewer.widgets.chrome.languages import LanguageMenu
from viewer.widgets.chrome.peeling import Peeling
from viewer.widgets.chrome.status import Status
from viewer.widgets.chrome.tidying import Tidying
from viewer.widgets.chrome.undoing import Undoing
from viewer.widgets.chrome.withholding import Withholding
from viewer.widgets.classroom.classroom import Classroom
from viewer.widgets.facts.page import FactsPage
from viewer.widgets.facts.questions import Questions
from viewer.widgets.finger.finger_mode import FingerMode
from viewer.widgets.notes.note_taking import NoteTaking
from viewer.widgets.practice.practising import Practising
from viewer.widgets.side_panel.columns import Columns
from viewer.widgets.side_panel.faults_page import FaultsPage
from viewer.widgets.side_panel.list_drawer import ListDrawer
from viewer.widgets.side_panel.page import PageName
from viewer.widgets.side_panel.page_actions import PageActions
from viewer.widgets.side_panel.page_row import PageRow, TopLine
from viewer.widgets.side_panel.panel import SidePanel
from viewer.widgets.structures.group_menu import GroupMenu
from viewer.widgets.structures.place_menu import PlaceMenu
from viewer.widgets.structures.structure_list import StructureList
from viewer.widgets.study.tool_windows import ToolWindows
from viewer.widgets.training.training import Training
from viewer.widgets.trouble.reports import Reports
from viewer.widgets.viewport.places import Places
from viewer.widgets.viewport.viewport import Viewport
from viewer.widgets.walks.walks import Walks

USUAL = QSize(1440, 900)
STRUCTURE_COMMANDS = ("frame", "hide", "isolate", "ghost", "labels", "show_all", "start_over")


class Window(QMainWindow):
    """Everything that is on the screen."""

    def __init__(self, atlas: Atlas, view: View, meshes: Path, settings: Settings) -> None:
        super().__init__()
        self._meshes, self._settings = meshes, settings
        self.state = ViewState(atlas.named_in(settings.language), view, self)
        self._watch: AnnotationsWatch | None = None
        self._tidying = Tidying(self)
        self.actions_by_id = actions.build(self)
        self.addActions(list(self.actions_by_id.values()))
        self.viewport = Viewport(self.state, self)
        self.structures = StructureList(self.state, self)
        self.undoing = Undoing(self.state, self)
        self.commands = Commands(self, self.state, self.viewport, settings)
        self.peeling = Peeling(self.state, self.viewport)
        self.status = Status(self, self.state, self.viewport, self.structures)
        self.appearance = Appearance(settings, self)
        self._make_pages()
        self.questions = Questions(self.state, self.facts, self.viewport.navigation)
        self.reports = Reports(self, self.state, self.actions_by_id, self.notes.notes)
        self._arrange()
        self.classroom.take_place(self.columns, (self.top, self.bar, self.statusBar()))
        self._escape = Escape(
            self.commands,
            self.questions,
            self.viewport.navigation,
            (self.notes.give_up_place, self.training.leave, self.classroom.asking.leave, self.finger.leave),
            self.panel,
        )
        self.training.take_keys(self.actions_by_id)
        self._withholding = Withholding(
            self,
            self.state,
            self.actions_by_id,
            (self.panel.withhold, self.drawer.withhold, self.bar.withhold),
            (self.tool_windows.close_dialogs, self.viewport.hide_tag),
        )
        self._carry_out()
        self._wire()
        self._restore()

    def menuBar(self) -> QMenuBar:  # noqa: N802
        """The menus, which share their line with the row of pages."""
        return self.top.menus

    def watch(self, annotations: Path) -> None:
        """Read the annotations again whenever their file is saved; their faults stand in the window until mended."""
        self._watch = AnnotationsWatch(annotations, self.state.atlas, self, mesh_names(self._meshes))
        self._watch.reloaded.connect(self._reload)
        self._watch.faults_changed.connect(self.faults.show_faults)
        self._watch.start()

    def _reload(self, atlas: Atlas) -> None:
        self.state.set_atlas(atlas.named_in(self._settings.language))
        self.status.show_problems()
        self.status.tell(tr("The annotations were read again"))

    def begin(self, first_view: str | None = None) -> None:
        """Bring in the scene behind the visible window."""
        self.viewport.load(self._meshes, first_view)

    # Building -------------------------------------------------------------------------------------------------

    def _make_pages(self) -> None:
        """The pages of the side panel, in the order of their row; all but the facts are made when they are opened."""
        self.panel = SidePanel(self)
        self._page, self.faults = FactsPage(self.state, self.panel), FaultsPage(self.panel)
        self.facts = self._page.panel
        self.panel.pages.add(PageName("facts", tr("Facts")), lambda: self._page)
        self.walks = Walks(self.state, self.viewport, self.panel, self.actions_by_id)
        self.tool_windows = ToolWindows(self, self.state, self.panel)
        self.finger = FingerMode(self.state, self.viewport, self.panel)
        self.notes = NoteTaking(self.state, self.viewport, self._settings, self.panel)
        self.practice_log = PracticeLog(parent=self)
        self.training = Training(self, self.state, self.viewport, self.panel, self.practice_log)
        self.practice = Practising(self.panel, self.practice_log, self.training.titles)
        self.classroom = Classroom(self, self.state, self.viewport, self.panel, self.actions_by_id, self._settings)
        self.panel.pages.add(PageName("faults", tr("Faults"), lasting=False), lambda: self.faults)

    def _arrange(self) -> None:
        self.setWindowTitle("Iliopsoas")
        self.resize(USUAL.boundedTo(QGuiApplication.primaryScreen().availableSize() * 0.95))
        self.drawer = ListDrawer(self.structures)
        self.columns = Columns(self.drawer, self.viewport, self.panel, self)
        self.setCentralWidget(self.columns)
        self.bar = bar.Bar(self.state, self.actions_by_id, self)
        self.addToolBar(self.bar)
        self._modes = bar.Modes(self.state, self.actions_by_id, self)
        opening = PageActions(self.panel, self.actions_by_id)
        self.top = TopLine(QMenuBar(self), PageRow(self.panel, opening.by_page, self), self.panel, self)
        self.setMenuWidget(self.top)
        self._fill_menus()

    def _fill_menus(self) -> None:
        menus = bar.fill_menus(self.menuBar(), self.actions_by_id)
        languages = LanguageMenu(self._settings.language, self)
        languages.chosen.connect(self._name_in)
        menus["&View"].addSeparator()
        menus["&View"].addMenu(languages)
        menus["&View"].addMenu(GroupMenu(self.state, self))
        menus["&Window"].addSeparator()
        menus["&Window"].addActions(self.appearance.actions())

    # Who listens to whom --------------------------------------------------------------------------------------

    def _carry_out(self) -> None:
        """Let each action be done by whom it belongs to."""
        done_by: Mapping[str, Callable[..., object]] = {
            "save_picture": self.commands.save_picture, "quit": self.close,
            "open_walk": self.walks.open_file, "tell_apart": self.walks.tell_apart,
            "open_questions": self.training.open_questions,
            "undo": self.undoing.undo, "redo": self.undoing.redo, "search": self._search,
            "clear": self._escape.press,
            "frame": self.commands.frame, "start_over": self.state.start_over,
            "unlock_tilt": self.commands.unlock_tilt, "reduce_motion": self.commands.reduce_motion,
            "hide": self.commands.hide, "isolate": self.commands.isolate, "show_all": self.commands.show_all,
            "peel": self.peeling.peel, "put_back": self.peeling.put_back, "peel_from_skin": self.peeling.begin,
            "ghost": self.commands.ghost, "labels": self.commands.labels, "overlays": self.commands.overlays,
            "step_variation": self.bar.step_variation, "choose_form": self._choose_form,
            "where_it_hurts": self.questions.ask_where_it_hurts, "root_levels": self.questions.ask_levels,
            "class_of_bodies": self.tool_windows.draw_class, "sources": self.tool_windows.show_sources,
            "note_here": self.notes.note_here, "pins": self.notes.pins.set_shown,
            "turn_section": self.finger.turn_plane, "save_section": self.finger.save_section,
            "copy_section": self.finger.copy_section,
            "list": self.columns.toggle_list,
            "show_help": self.commands.show_help, "show_about": self.commands.show_about,
            **self.classroom.done_by(),
        }  # fmt: skip
        for name, do in done_by.items():
            self.actions_by_id[name].triggered.connect(do)
        self.commands.look_by([self.actions_by_id[view.id] for view in actions.VIEWS])

    def _wire(self) -> None:
        for speaker in (
            self.commands,
            self.peeling,
            self.undoing,
            self.questions,
            self.notes,
            self.finger,
            self.reports,
            self.training,
            self.walks,
            self.classroom,
        ):
            speaker.message.connect(self.status.tell)
        for leader in (self.questions.gone_to, self.tool_windows.gone_to, self.structures.entered, self.facts.followed):
            leader.connect(self._go_to)
        self.structures.fact_entered.connect(self._go_to)
        self.structures.fact_shown.connect(self.facts.go_to_fact)
        self.structures.place_entered.connect(Places(self.state, self.viewport).go_to)
        self.viewport.loaded.connect(self.structures.prepare_search)
        self.viewport.completed.connect(self._tidying.settle)
        for leaving in (self.structures.left, self.drawer.left, self.panel.left):
            leaving.connect(self._return_to_scene)
        self._escape.cleared.connect(self.facts.show_selection)
        self.questions.page_asked.connect(self.panel.open)
        self.questions.welcome_put_away.connect(self._put_welcome_away)
        self.structures.entered.connect(self.columns.fold_back)
        self.columns.strip.search_asked.connect(self._search)
        self.columns.list_moved.connect(self.actions_by_id["list"].setChecked)
        self.viewport.navigation.menu_asked.connect(self._open_menu)
        self.training.gone_to.connect(self._read_of)
        self.training.progress_asked.connect(self.actions_by_id["progress"].trigger)
        self.practice.practise_asked.connect(self.training.practise)
        self.practice.begin_asked.connect(self.actions_by_id["train"].trigger)
        self.faults.announced.connect(self.status.tell)
        self.faults.counted.connect(self._list_faults)
        self.classroom.projector.changed.connect(self.actions_by_id["clear"].setDisabled)
        for part in (self.viewport, self.facts, self.top.row, self.training):
            self.appearance.dressed.connect(part.set_dark)

    def _list_faults(self, count: int) -> None:
        self.panel.offer("faults", count > 0)

    # Lasting settings -----------------------------------------------------------------------------------------

    def _restore(self) -> None:
        self.restoreGeometry(self._settings.geometry)
        self.columns.restore(self._settings)
        self.panel.restore(self._settings.page, self._settings.floated)
        self.actions_by_id["reduce_motion"].setChecked(self._settings.reduced_motion)
        self.actions_by_id["pins"].setChecked(self._settings.pins)
        self.viewport.reduced_motion = self._settings.reduced_motion
        self.facts.set_greeted(self._settings.greeted)
        self.appearance.dress()
        self.status.follow()
        if self._settings.note:
            self.statusBar().showMessage(self._settings.note)  # until something else is to be told

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Every way out: save, then give back the graphics card, then go; unless a lesson that is not saved stays."""
        if not self.classroom.lessons.may_leave():
            event.ignore()
            return
        self.classroom.lessons.finish()
        self.training.course.leave()
        if self.classroom.projector.on:
            self.classroom.projector.leave()
        self._settings.geometry = self.saveGeometry()
        self.columns.remember(self._settings)
        self.panel.remember(self._settings)
        self.panel.set_windows_shown(False)
        self._settings.save()
        if self._watch is not None:
            self._watch.stop()
        self.commands.finish()
        self.structures.finish()
        self.viewport.shut()
        self.practice_log.close()
        self._tidying.stop()
        super().closeEvent(event)

    def _put_welcome_away(self) -> None:
        self._settings.greeted = True
        self.facts.set_greeted()

    def _name_in(self, language: str) -> None:
        """Name structures in another language from now on."""
        self._settings.language = language
        self.state.set_atlas(self.state.atlas.named_in(language))
        self.status.follow()

    # Answering ------------------------------------------------------------------------------------------------

    def _choose_form(self) -> None:
        if not self.bar.open_forms():
            self.status.tell(tr("No structure here has forms to choose from"))

    def _search(self) -> None:
        self.columns.show_list()
        self.structures.focus_search()

    def _return_to_scene(self) -> None:
        self.viewport.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read_of(self, structure_id: str) -> None:
        """Choose a structure, and read of it."""
        self.panel.open("facts")
        self._go_to(structure_id)

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
            self.viewport.aiming.frame((structure_id,))

    def _open_menu(self, place: QPointF) -> None:
        about = [self.actions_by_id[name] for name in STRUCTURE_COMMANDS]
        menu = PlaceMenu(self.state, place, self.viewport.navigation.spot(place), about, self)
        menu.pain_asked.connect(self.questions.hurts_under)
        menu.note_asked.connect(self.notes.note_on)
        menu.popup(self.viewport.mapToGlobal(place.toPoint()))
