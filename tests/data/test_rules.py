"""Every rule objects to a registry that breaks it, and lets one pass that just does not."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable
from typing import Any

import pytest

from closecodes import rules
from closecodes.model import Registry
from closecodes.rules import RULES, Rule
from support.data_folder import DataFolder

MODULES = sorted({rule.__module__.rpartition(".")[2] for rule in RULES})
CASES: dict[str, Callable[[DataFolder], Any]] = {
    name: case
    for module in MODULES
    for name, case in inspect.getmembers(importlib.import_module(f"rule_cases.{module}"), inspect.isfunction)
    if not name.startswith("_")
}


def named(rule: Rule) -> str:
    return rule.__name__


def test_the_small_registry_breaks_no_rule(data: DataFolder) -> None:
    assert data.problems() == []


def broken(rule: Rule, data: DataFolder) -> tuple[list[str], Registry]:
    """The places where the rule has to object, and the registry it has to object to."""
    case = CASES[f"breaks_{rule.__name__}"](data)
    return case if isinstance(case, tuple) else (case, data.read())


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_objects_wherever_it_is_broken(rule: Rule, data: DataFolder) -> None:
    places, registry = broken(rule, data)
    assert places, "say where the rule has to object"
    assert sorted(f"{problem.path.as_posix()}: {problem.key}" for problem in rule(registry)) == sorted(places)


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_accepts_what_just_keeps_it(rule: Rule, data: DataFolder) -> None:
    CASES[f"keeps_{rule.__name__}"](data)
    assert [str(problem) for problem in rule(data.read())] == []


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_each_objection_says_what_is_wrong_and_what_to_write(rule: Rule, data: DataFolder) -> None:
    _, registry = broken(rule, data)
    poor = [
        problem.message
        for problem in rule(registry)
        if not all(part.strip() for part in problem.message.partition("; "))
    ]
    assert poor == [], "write 'what is wrong; what to write instead'"


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_says_what_it_rests_on(rule: Rule) -> None:
    assert inspect.getdoc(rule), "cite the section in the docstring, or say whom the rule serves"


def test_every_rule_has_both_cases() -> None:
    wanted = {f"{verb}_{rule.__name__}" for rule in RULES for verb in ("breaks", "keeps")}
    assert set(CASES) == wanted, "write the missing cases in tests/data/rule_cases, or remove those without a rule"


def test_every_rule_that_is_written_is_in_force() -> None:
    modules = [importlib.import_module(f"{rules.__name__}.{module}") for module in MODULES]
    written = {
        function
        for module in modules
        for _, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and inspect.signature(function).return_annotation == "Iterator[Problem]"
    }
    assert {rule.__name__ for rule in written} == {rule.__name__ for rule in RULES}, "mark it with @rule"
    assert len(RULES) == len(set(RULES)), "a rule is listed twice"
