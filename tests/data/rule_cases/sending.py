"""Cases for rules/sending.py."""

from __future__ import annotations

from support.data_folder import DataFolder


def breaks_reasons_fit_in_123_bytes(data: DataFolder) -> list[str]:
    return [data.set("codes/1000.yml", "sending.reason", "€" * 41 + "a")]  # 124 bytes, 42 characters


def keeps_reasons_fit_in_123_bytes(data: DataFolder) -> None:
    data.set("codes/1000.yml", "sending.reason", "€" * 41)


def breaks_reasons_need_no_escaping(data: DataFolder) -> list[str]:
    reasons = ('say "bye"', "C:\\temp", "two\nlines", "`x`", "don't")
    return [data.set(f"codes/{code}.yml", "sending.reason", reason) for code, reason in enumerate(reasons, 1007)]


def keeps_reasons_need_no_escaping(data: DataFolder) -> None:
    data.set("codes/1000.yml", "sending.reason", "say bye / <ok> & 100 % {done}")


def breaks_codes_that_cannot_be_sent_have_no_reason_to_copy(data: DataFolder) -> list[str]:
    return [data.drop("codes/1000.yml", "sending.reason"), data.set("codes/1006.yml", "sending.reason", "gone")]


def keeps_codes_that_cannot_be_sent_have_no_reason_to_copy(data: DataFolder) -> None:
    data.set("codes/1006.yml", "status", "registered")
    data.set("codes/1006.yml", "sending.reason", "gone")


def breaks_snippets_have_ids_of_their_own(data: DataFolder) -> list[str]:
    return [data.set("snippets.yml", "1.id", "browser")]


def keeps_snippets_have_ids_of_their_own(data: DataFolder) -> None:
    data.set("snippets.yml", "1.id", "browser-2")


def breaks_snippets_say_where_the_code_goes(data: DataFolder) -> list[str]:
    return [data.set("snippets.yml", "1.text", "ant.close()")]


def keeps_snippets_say_where_the_code_goes(data: DataFolder) -> None:
    data.set("snippets.yml", "1.text", "ant.close({code})")


def breaks_snippets_send_only_what_may_be_sent(data: DataFolder) -> list[str]:
    return [
        data.set("snippets.yml", "0.sends.0", "999-1000"),
        data.set("snippets.yml", "0.sends.1", "3000-5000"),
        data.set("snippets.yml", "1.sends.0", "1000-1004"),
        data.set("snippets.yml", "1.sends.1", "1006-1014"),
    ]


def keeps_snippets_send_only_what_may_be_sent(data: DataFolder) -> None:
    data.set("snippets.yml", "1.sends.1", 1014)


def breaks_browser_snippets_send_only_what_scripts_may(data: DataFolder) -> list[str]:
    return [data.set("snippets.yml", "0.sends.0", "1000-1001"), data.set("snippets.yml", "0.sends.1", "2999-4999")]


def keeps_browser_snippets_send_only_what_scripts_may(data: DataFolder) -> None:
    data.set("snippets.yml", "0.sends.1", 4999)
