"""The command that opens the sources of services again reports what no longer stands there."""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
from pathlib import Path

import pytest

import verify_services
from closecodes.model import Registry, Service
from support.data_folder import DataFolder
from verify_services import FOUND_BEFORE, Opened, closing_line, gone, verify

MANUAL = "1006 gone, 1008 Stung, 2000 SWARM, 4000 ho-ney: jar 3 is full"
PACKAGED = "exports.Codes = {}"


@pytest.fixture
def bee(data: DataFolder) -> Service:
    return data.read().services[0]


@pytest.fixture
def mirrors(tmp_path: Path) -> Path:
    """A mirror that holds the manual of the bees."""
    repository = tmp_path / "mirrors" / "bee+hive"
    repository.mkdir(parents=True)
    _write(repository, MANUAL)
    return tmp_path / "mirrors"


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """A package as `npm pack` leaves it."""
    folder = tmp_path / "packages" / "npm-bee-hive-2-0-1"
    folder.mkdir(parents=True)
    with tarfile.open(folder / "bee-hive-2.0.1.tgz", "w:gz") as tar:
        member = tarfile.TarInfo("package/dist/index.js")
        member.size = len(PACKAGED)
        tar.addfile(member, io.BytesIO(PACKAGED.encode()))
    return folder.parent


def _write(repository: Path, manual: str) -> None:
    (repository / "manual.md").write_text(manual, "utf-8")
    git = ["git", "-C", str(repository), "-c", "user.name=Bee", "-c", "user.email=bee@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "Manual"]):
        subprocess.run([*git, *command], check=True, timeout=60)


def test_everything_is_found_whatever_its_case_and_separators(bee: Service, mirrors: Path, packages: Path) -> None:
    result = verify(bee, Opened(mirrors, packages))
    assert result is not None
    assert result.line == "bee: codes 4 of 4, names 5 of 5"
    assert closing_line([result], 2) == "verified: codes 4 of 4, names 5 of 5, in 1 of 2 services"


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("4000", "4001", ["bee: code 4000"]),
        ("4000", "40000", ["bee: code 4000"]),
        ("SWARM", "SWORM", ["bee: name 2000 'Swarm'"]),
        ("is full", "is dull", ["bee: reason 4000 'jar <n> is full'"]),
    ],
)
def test_one_changed_character_is_reported(old: str, new: str, lost: list[str], bee: Service, mirrors: Path) -> None:
    opened = Opened(mirrors, None)
    before = verify(bee, opened)
    assert before is not None
    _write(mirrors / "bee+hive", MANUAL.replace(old, new))
    after = verify(bee, opened)
    assert after is not None
    assert gone([after], {"bee": before.found}) == lost
    assert gone([before], {"bee": before.found}) == []


def test_a_source_that_cannot_be_opened_is_not_checked(bee: Service, tmp_path: Path) -> None:
    assert verify(bee, Opened(tmp_path, None)) is None


def test_a_missing_file_is_named(bee: Service, mirrors: Path) -> None:
    result = verify(bee, Opened(mirrors, None))
    assert result is not None
    assert result.line.endswith("not found: file dist/index.js")


def test_the_command_ends_with_1_when_something_is_gone(
    data: DataFolder, mirrors: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(verify_services, "ROOT", data.folder.parent)
    monkeypatch.setattr(verify_services, "FOUND_BEFORE", data.folder.parent / "found.json")
    arguments = ["--mirrors", str(mirrors)]
    assert verify_services.main([*arguments, "--update"]) == 0
    assert verify_services.main(arguments) == 0
    _write(mirrors / "bee+hive", MANUAL.replace("1008", "1007"))
    assert verify_services.main(arguments) == 1
    assert "gone: bee: code 1008" in capsys.readouterr().err


def test_what_was_found_is_of_the_data(registry: Registry) -> None:
    """Rows that are no longer in the data would be looked for in vain."""
    services = {service.id: service for service in registry.services}
    for id, things in json.loads(FOUND_BEFORE.read_text("utf-8")).items():
        assert id in services
        assert things == sorted(things)
