"""Cases for rules/source_files.py."""

from __future__ import annotations

from typing import Any

from support.data_folder import DataFolder

ANT, BEE = "libraries/ant.yml", "services/bee.yml"
PLACE = {"path": "codes.py", "text": "IDLE = 60"}


def _read(**keys: object) -> dict[str, Any]:
    return {"repository": "ants/ant", "tag": "v1.0", "paths": ["codes.py"], **keys}


def _default(**keys: object) -> dict[str, Any]:
    return {"limits": "idle", "source": "codes.py", **keys}


def breaks_sources_of_services_can_be_opened_again(data: DataFolder) -> list[str]:
    for name in ("wasp", "fly", "gnat", "moth"):
        data.copy(BEE, f"services/{name}.yml")
    data.drop("services/wasp.yml", "source.files")
    data.set("services/fly.yml", "source.files.0.package", "npm:bee")
    data.set("services/fly.yml", "source.files.1.package", None)
    data.set("services/gnat.yml", "source.files.0.tag", "v1")
    data.drop("services/gnat.yml", "source.files.1.version")
    data.set("services/moth.yml", "source.files.0.repository", "https://github.com/bee/hive")
    data.set("services/moth.yml", "source.files.0.commit", "0123abc")
    data.set("services/moth.yml", "source.files.1.package", "gem:bee")
    data.set("services/moth.yml", "source.files.1.paths", [])
    data.drop(BEE, "source.files.0.commit")
    return [
        f"data/{BEE}: source.files.0",
        "data/services/wasp.yml: source.files",
        "data/services/fly.yml: source.files.0.version",
        "data/services/fly.yml: source.files.1",
        "data/services/gnat.yml: source.files.0",
        "data/services/gnat.yml: source.files.1.version",
        "data/services/moth.yml: source.files.0.repository",
        "data/services/moth.yml: source.files.0.commit",
        "data/services/moth.yml: source.files.1.package",
        "data/services/moth.yml: source.files.1.paths",
    ]


def keeps_sources_of_services_can_be_opened_again(data: DataFolder) -> None:
    data.copy(BEE, "services/wasp.yml")
    data.drop("services/wasp.yml", "source.files")
    data.set("services/wasp.yml", "source.page", 'the manual, chapter "Stings"')
    data.drop(BEE, "source.files.0.commit")
    data.set(BEE, "source.files.0.tag", "v2.0.1")
    data.set(BEE, "source.files.0.package", "npm:bee")
    data.set(BEE, "source.files.0.version", "2.0.1")


def breaks_sources_of_libraries_can_be_opened_again(data: DataFolder) -> list[str]:
    read = [
        _read(tag="--upload-pack=x"),
        _read(tag=None, commit="0123abc"),
        _read(package="pypi:ant", version="-r x"),
        {"package": "crates:ant", "version": "1.0", "paths": ["lib.rs"]},
        {"package": "pypi:-r", "version": "1.0", "paths": ["codes.py"]},
        _read(repository="http://git.example.org/ant"),
        _read(repository="ants/.."),
        _read(repository="https://git.example.org/../ant"),
        _read(paths=["codes.py", "../codes.py"]),
        _read(paths=["/codes.py"]),
        _read(paths=["ant/./codes.py"]),
        _read(paths=["ant\ncodes.py"]),
        _read(package="npm:https://example.org/ant.tgz", version="1.0"),
        _read(package="npm:file:ant", version="1.0"),
        _read(package="npm:ant", version="npm:bee@1.0"),
        _read(package="pypi:ant", version="1.0/x"),
        _read(package="debian:Ant", version="1.0"),
    ]
    data.set(ANT, "read", read)
    place = data.set(ANT, "unread", "It cannot be read.")
    keys = ["0.tag", "1.commit", "2.version", "3.package", "4.package", "5.repository", "6.repository", "7.repository"]
    keys += ["8.paths.1", "9.paths.0", "10.paths.0", "11.paths.0"]
    keys += ["12.package", "13.package", "14.version", "15.version", "16.package"]
    return [place, *(f"data/{ANT}: read.{key}" for key in keys)]


def keeps_sources_of_libraries_can_be_opened_again(data: DataFolder) -> None:
    read = [
        _read(repository="https://git.example.org/~ant/ant.git"),
        _read(package="maven:org.ants:ant", version="1.0"),
        {"repository": "ants/ant", "package": "pypi:ant", "version": "1.0", "paths": ["src/codes.py"]},
        {"package": "debian:ant", "version": "2:1.0-1+deb12u1~1", "paths": ["codes.py"]},
        {"package": "npm:@ants/ant", "version": "1.0.0-rc.1", "paths": ["codes.js"]},
        {"package": "pypi:ant", "version": "1.0+local", "paths": ["a folder/[...codes].py", "...", "ant/..codes.py"]},
    ]
    data.set(ANT, "read", read)
    data.set("libraries/aphid.yml", "unread", "It cannot be read.")


def breaks_lines_of_defaults_stand_in_files_that_were_read(data: DataFolder) -> list[str]:
    data.set(ANT, "read", [_read()])
    data.set(ANT, "defaults", [_default(place={**PLACE, "path": "ant/codes.py"})])
    return [f"data/{ANT}: defaults.0.place.path"]


def keeps_lines_of_defaults_stand_in_files_that_were_read(data: DataFolder) -> None:
    data.set(ANT, "read", [_read(paths=["ant.py"]), _read()])
    data.set(ANT, "defaults", [_default(place=PLACE), _default()])


def breaks_defaults_have_one_unit(data: DataFolder) -> list[str]:
    data.set(ANT, "defaults", [_default(seconds=0, count=1)])
    return [f"data/{ANT}: defaults.0"]


def keeps_defaults_have_one_unit(data: DataFolder) -> None:
    data.set(ANT, "defaults", [_default(seconds=60, highest=600), _default(limits="queue", count=0), _default()])


def breaks_defaults_are_not_below_nothing(data: DataFolder) -> list[str]:
    data.set(ANT, "defaults", [_default(seconds=-1), _default(limits="message", bytes=-5), _default(highest=-1)])
    return [f"data/{ANT}: defaults.{key}" for key in ("0.seconds", "1.bytes", "2.highest")]


def keeps_defaults_are_not_below_nothing(data: DataFolder) -> None:
    data.set(ANT, "defaults", [_default(seconds=0), _default(limits="queue", count=0, highest=0), _default()])


def breaks_reasons_are_given_for_things_of_the_library(data: DataFolder) -> list[str]:
    data.set(ANT, "not_literal", {"lost with 4": "It is put together."})
    return [f"data/{ANT}: not_literal.lost with 4"]


def keeps_reasons_are_given_for_things_of_the_library(data: DataFolder) -> None:
    names = ("NORMAL", "GONE", "NEVER_CONNECTED", "lost with <n>")
    data.set(ANT, "not_literal", dict.fromkeys(names, "It is counted."))


def breaks_ways_are_given_for_things_of_the_library(data: DataFolder) -> list[str]:
    data.set(ANT, "not_literal", {"GONE": "It is counted."})
    data.set(ANT, "through", {"GONE": ["LOST"], "LEFT": ["LOST"], "NORMAL": []})
    data.set(ANT, "pieces", {"lost with <n>": ["lost ", "without <n>"], "NORMAL": ["NORMAL"]})
    places = ("through.GONE", "through.LEFT", "through.NORMAL", "pieces.NORMAL", "pieces.lost with <n>")
    return [f"data/{ANT}: {place}" for place in places]


def keeps_ways_are_given_for_things_of_the_library(data: DataFolder) -> None:
    data.set(ANT, "through", {"GONE": ["LOST"]})
    data.set(ANT, "pieces", {"lost with <n>": ["lost ", "with", " <n>"]})
