"""Cases for rules/texts.py."""

from __future__ import annotations

from support.data_folder import DataFolder


def breaks_texts_hold_no_html(data: DataFolder) -> list[str]:
    return [
        data.set("codes/1006.yml", "summary", 'See <img src="x" onerror="alert(1)">.'),
        data.set("ranges.yml", "0.summary", "Some <!-- hidden --> text."),
        data.set("services/bee.yml", "codes.0.meaning", "It is <b>gone</b>."),
        data.set("terms.yml", "status.reserved.label", "</script>"),
        data.set("libraries/ant.yml", "messages.0.meaning", "It is <b>gone</b>."),
    ]


def keeps_texts_hold_no_html(data: DataFolder) -> None:
    data.set("codes/1006.yml", "summary", "See `<img>`, 1 < 2 and 3 > 2, <-- here.")
    data.set("libraries/ant.yml", "messages.0.text", "lost <b>all</b>")


def breaks_texts_hold_no_markdown_links(data: DataFolder) -> list[str]:
    return [
        data.set("codes/1006.yml", "summary", "See [here](javascript:alert(1))."),
        data.set("codes/1007.yml", "summary", "See [there](https://example.org)."),
        data.set("codes/1008.yml", "summary", "See JavaScript:alert(1)."),
    ]


def keeps_texts_hold_no_markdown_links(data: DataFolder) -> None:
    data.set("codes/1006.yml", "summary", "See [1001] (the other one), javascript: the language, `[a](b)`.")


def breaks_backticks_come_in_pairs(data: DataFolder) -> list[str]:
    return [data.set("codes/1006.yml", "summary", "Call `close() now.")]


def keeps_backticks_come_in_pairs(data: DataFolder) -> None:
    data.set("codes/1006.yml", "summary", "Call `close()` or `terminate()` now.")


def breaks_causes_tell_some_side_what_to_change(data: DataFolder) -> list[str]:
    return [data.set("codes/1006.yml", "causes.1.fix", {})]


def keeps_causes_tell_some_side_what_to_change(data: DataFolder) -> None:
    data.set("codes/1006.yml", "causes.1.fix", {"proxy": "Wait."})


def breaks_every_code_has_its_parts(data: DataFolder) -> list[str]:
    keys = ("causes", "history", "meaning", "search", "symptoms")
    return [data.set("codes/1006.yml", key, []) for key in keys]


def keeps_every_code_has_its_parts(data: DataFolder) -> None:
    data.set("codes/1006.yml", "see_also", [])
    data.drop("codes/1006.yml", "http")
    data.drop("codes/1006.yml", "aliases")
