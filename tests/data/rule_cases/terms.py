"""Cases for rules/terms.py."""

from __future__ import annotations

from support.data_folder import DataFolder


def breaks_tags_have_a_term(data: DataFolder) -> list[str]:
    data.drop("terms.yml", "status.private-use")
    data.drop("terms.yml", "side")
    tags = ("side.client", "side.proxy", "side.server", "status.private-use")
    return [f"data/terms.yml: {tag}" for tag in tags]


def keeps_tags_have_a_term(data: DataFolder) -> None:
    data.set("terms.yml", "status.private-use.label", "Another label")


def breaks_terms_explain_a_tag(data: DataFolder) -> list[str]:
    return [
        data.set("terms.yml", "status.retired", {"label": "Retired", "explanation": "No longer used."}),
        data.set("terms.yml", "weather", {"sunny": {"label": "Sunny", "explanation": "No clouds."}}),
    ]


def keeps_terms_explain_a_tag(data: DataFolder) -> None:
    data.drop("terms.yml", "status.private-use")
