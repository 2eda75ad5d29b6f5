"""Cases for rules/dates.py."""

from __future__ import annotations

import datetime

from support.data_folder import DataFolder


def breaks_history_stands_in_order(data: DataFolder) -> list[str]:
    data.set("codes/1006.yml", "history.0.when", "2012-01")
    return ["data/codes/1006.yml: history.1.when"]


def keeps_history_stands_in_order(data: DataFolder) -> None:
    data.set("codes/1006.yml", "history.0.when", "2011-12-31")  # the other says 2011-12


def breaks_codes_are_verified_after_their_history(data: DataFolder) -> list[str]:
    return [data.set("codes/1006.yml", "verified", datetime.date(2011, 11, 30))]


def keeps_codes_are_verified_after_their_history(data: DataFolder) -> None:
    data.set("codes/1006.yml", "verified", datetime.date(2011, 12, 1))


def breaks_no_date_runs_ahead_of_the_newest_data(data: DataFolder) -> list[str]:
    return [data.set("codes/1006.yml", "verified", datetime.date(9999, 12, 31))]  # 2026 in all other files


def keeps_no_date_runs_ahead_of_the_newest_data(data: DataFolder) -> None:
    data.set("codes/1006.yml", "verified", datetime.date(2027, 8, 31))  # 300 days after the newest other date
