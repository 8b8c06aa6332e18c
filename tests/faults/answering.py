"""Answers as fast as it can, and is killed: ``python -m tests.faults.answering FOLDER TIMES SEED``.

Prints for each kill how many answers were known to be kept, how many there are, and what else is wrong.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import time
import traceback
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from viewer.model.practice.answers import Answer
from viewer.model.practice.practice_log import PracticeLog

BEGIN = datetime(2026, 3, 2, tzinfo=UTC)
MOST_ANSWERS, MOST_MILLISECONDS = 4, 25
"""After how many answers a process is killed, and how long after those; none of them: while it opens the log."""
EACH = 6
"""Kills of the same log, before a new one is begun."""


def main() -> None:
    """See the module's words."""
    folder, times, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3]))
    log = PracticeLog(folder / "another.sqlite3")
    log.add(_numbered(0))  # brings in what every process needs
    log.close()
    found = [_killed(folder / f"log-{number // EACH}" / "practice.sqlite3", chance) for number in range(times)]
    print(json.dumps(found))  # noqa: T201


def _killed(file: Path, chance: random.Random) -> tuple[int, int, str]:
    before = len(_there(file))
    told, tell = os.pipe()
    child = os.fork()
    if not child:
        _answer_for_ever(file, before, tell)
    os.close(tell)
    with os.fdopen(told, "rb", buffering=0) as stream:
        known = before + len(b"".join(stream.read(1) for _ in range(chance.randint(0, MOST_ANSWERS))))
        time.sleep(chance.random() * MOST_MILLISECONDS / 1000)
        os.kill(child, chance.choice((signal.SIGKILL, signal.SIGTERM)))
        assert os.WIFSIGNALED(os.waitpid(child, 0)[1]), "it ended by itself"
        known += len(stream.read())
    return known, len(_there(file)), _wrong(file)


def _answer_for_ever(file: Path, number: int, tell: int) -> None:
    try:
        log = PracticeLog(file)
        for one in count(number):
            log.add(_numbered(one))
            os.write(tell, b"!")
    except Exception:  # nobody else could tell of it
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(1)


def _numbered(number: int) -> Answer:
    return Answer("name:iliacus_left", float(number % 2), 3, 1.0, BEGIN + timedelta(hours=number), str(number))


def _there(file: Path) -> list[str]:
    """What was said in each answer that is kept, by a process that comes after."""
    log = PracticeLog(file)
    said = [one.said for one in log.history("name:iliacus_left")]
    log.strength("name:iliacus_left", BEGIN)
    log.close()
    return said


def _wrong(file: Path) -> str:
    log, said = PracticeLog(file), _there(file)
    faults = [log.note] if log.note else []
    faults += ["gaps"] if said != [str(number) for number in range(len(said))] else []
    faults += ["days"] if log.answered_count() != len(said) else []
    faults += ["cards"] if sum(one.answers for one in log.cards(BEGIN)) != len(said) else []
    log.close()
    with closing(sqlite3.connect(file)) as db:
        faults += [str(row) for row in db.execute("PRAGMA integrity_check") if row != ("ok",)]
    return "; ".join(faults + [one.name for one in log.damaged_files()])


if __name__ == "__main__":
    main()
