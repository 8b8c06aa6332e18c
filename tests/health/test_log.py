"""The log holds what it should, stays small, and never costs anything but itself."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.full_disk import TOLD, full_disk
from viewer.health import log
from viewer.health.often import Often

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new" / "log" / "iliopsoas.log"


@pytest.fixture
def handler(file: Path) -> Iterator[log.LogFile]:
    begun = log.begin(file)
    yield begun
    log.end(begun)


def test_it_holds_what_is_noted_and_nothing_reaches_the_terminal(handler, file: Path, capfd) -> None:
    log.logger().info("start of %s", "it")
    assert file.read_text(encoding="utf-8").rstrip().endswith(f"[{os.getpid()}] INFO start of it")
    assert capfd.readouterr() == ("", "")


def test_it_keeps_three_files_of_half_a_megabyte(handler, file: Path) -> None:
    for number in range(4000):
        log.logger().info("%d %s", number, "x" * 1000)
    files = sorted(one.name for one in file.parent.iterdir())
    assert files == ["iliopsoas.log", "iliopsoas.log.1", "iliopsoas.log.2"]
    assert max(one.stat().st_size for one in file.parent.iterdir()) < log.LARGEST + 1100, "a line more at most"
    assert "3999 xxx" in file.read_text(encoding="utf-8")


def test_a_file_that_another_run_has_put_away_is_let_go(handler, file: Path) -> None:
    log.logger().info("one")
    file.rename(file.with_suffix(".log.1"))
    log.logger().info("two")
    assert file.read_text(encoding="utf-8").count("\n") == 1
    assert "two" in file.read_text(encoding="utf-8")


def test_two_programs_write_into_one_log_and_lose_nothing(file: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from viewer.health import log; log.begin(Path(sys.argv[1]))\n"
        "for number in range(600): log.logger().info('%s %d %s', sys.argv[2], number, 'x' * 300)"
    )
    programs = [subprocess.Popen([sys.executable, "-c", code, str(file), name], cwd=ROOT) for name in ("one", "other")]
    assert [program.wait(60) for program in programs] == [0, 0]
    lines = [line.split()[4:6] for one in file.parent.iterdir() for line in one.read_text().splitlines()]
    assert sorted(lines) == sorted([name, str(number)] for name in ("one", "other") for number in range(600))


def test_a_full_disk_costs_the_log_alone(handler, file: Path, capfd) -> None:
    log.logger().info("one")
    with full_disk():
        log.logger().error("two")
        log.logger().error("three")
    assert handler.trouble == TOLD
    log.logger().info("four")
    assert "four" in file.read_text(encoding="utf-8")
    assert capfd.readouterr() == ("", "")


def test_a_place_where_no_folder_can_be_made_costs_the_log_alone(tmp_path: Path, capfd) -> None:
    (tmp_path / "file").write_text("")
    begun = log.begin(tmp_path / "file" / "log" / "iliopsoas.log")
    log.logger().error("one")
    log.end(begun)
    assert begun.trouble
    assert capfd.readouterr() == ("", "")


def test_no_line_of_it_names_the_home_folder(handler, file: Path) -> None:
    try:
        (Path.home() / "nowhere at all").read_text()
    except OSError:
        logging.getLogger(log.NAME).exception("in %s", Path.home() / "x")
    text = file.read_text(encoding="utf-8")
    assert "in ~/x" in text
    assert "~/nowhere at all" in text
    assert str(Path.home() / "nowhere") not in text


def test_messages_of_qt_stand_in_it_and_on_the_terminal(file: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QObject, qWarning\n"
        "from viewer.health import log; log.begin(Path(sys.argv[1])); log.listen_to_qt()\n"
        "for _ in range(25): qWarning('a strange thing')\n"
        "QObject().startTimer(5)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.count("a strange thing") == 25
    assert "startTimer" in done.stderr
    text = file.read_text(encoding="utf-8")
    assert text.count("WARNING Qt: a strange thing") == 4
    assert "a strange thing (10 times)" in text
    assert "startTimer" in text


def test_what_never_stops_is_told_ever_more_rarely() -> None:
    often = Often()
    told = [number for _ in range(5000) if (number := often.count("the same"))]
    assert told == [1, 2, 3, 10, 100, 1000]
    assert often.count("another") == 1
