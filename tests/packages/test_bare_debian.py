"""The folder on a Debian that has no Python and no screen: made for the test with debootstrap, entered with chroot.

It takes root, some 500 MB from a mirror of Debian and minutes: ``pytest --thorough tests/packages``.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import system_packages
from tests.packages import programs

MIRROR = "http://deb.debian.org/debian"
INSIDE = "mount -t proc proc {root}/proc && mount -t tmpfs tmp {root}/dev/shm && exec chroot {root} {command}"
ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LC_ALL": "C.UTF-8"}
LINE = re.compile(r"^  sudo (apt-get install -y [\w.+ -]+)$", re.MULTILINE)


@dataclass(frozen=True)
class Debian:
    """Another Debian, in a folder of this one."""

    root: Path

    def command(self, words: str) -> list[str]:
        """What runs something there: its mounts are its own and go when it ends, and its process is the one started."""
        return ["unshare", "--mount", "sh", "-c", INSIDE.format(root=self.root, command=words)]

    def run(self, words: str) -> subprocess.CompletedProcess[str]:
        return programs.run(self.command(words), ENVIRONMENT, self.root)


@pytest.fixture(scope="module")
def debian(request: pytest.FixtureRequest, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Debian:
    """A Debian like this one with nothing but what every Debian has, and the folder on it."""
    suite = platform.freedesktop_os_release().get("VERSION_CODENAME", "stable")
    root = tmp_path_factory.mktemp("debian")
    subprocess.run(["debootstrap", "--variant=minbase", suite, root, MIRROR], check=True, stdout=subprocess.DEVNULL)
    shutil.copytree(folder, root / "opt" / "iliopsoas", symlinks=True)
    return Debian(root)


@pytest.fixture(autouse=True, scope="module")
def _only_where_it_can_be_made(request: pytest.FixtureRequest) -> None:
    if not request.config.getoption("--thorough"):
        pytest.skip("a Debian of its own is made with --thorough alone")
    if not system_packages.may_install():
        pytest.skip("a Debian of its own is made on a Debian, by root")
    if shutil.which("debootstrap") is None:
        system_packages.install(["debootstrap"])


def test_the_folder_on_a_debian_without_python(debian: Debian, tmp_path: Path) -> None:
    """From the empty system to the window: each line that the program says to type is typed."""
    assert list(debian.root.glob("usr/bin/python*")) == []
    assert "psoas_major_right" in debian.run("/opt/iliopsoas/iliopsoas --list").stdout
    assert debian.run("/opt/iliopsoas/iliopsoas --version").stdout.startswith("iliopsoas ")

    _do_what_is_told(debian, "/opt/iliopsoas/iliopsoas --screenshot /root/psoas.png --size 640x480")
    assert debian.run("/opt/iliopsoas/iliopsoas --screenshot /root/psoas.png --size 640x480").returncode == 0
    assert programs.muscles(programs.picture(debian.root / "root" / "psoas.png")) > 5_000

    _do_what_is_told(debian, "/opt/iliopsoas/iliopsoas")
    with programs.window(debian.command("/opt/iliopsoas/iliopsoas"), ENVIRONMENT, tmp_path) as program:
        assert os.readlink(f"/proc/{program.pid}/root") == str(debian.root)
    assert list(debian.root.glob("usr/bin/python*")) == []


def _do_what_is_told(debian: Debian, command: str) -> None:
    """Where system libraries are missing, the program says so in a sentence, with the line that helps."""
    refused = debian.run(command)
    assert refused.returncode == 2, refused
    assert refused.stderr.startswith("iliopsoas: system libraries are missing.")
    assert "Traceback" not in refused.stderr
    (line,) = LINE.findall(refused.stderr)
    done = debian.run(f"{line} -qq --no-install-recommends")
    assert done.returncode == 0, done.stderr
