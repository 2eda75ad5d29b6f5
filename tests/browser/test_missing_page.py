"""Addresses without a page: the last part of the path decides, and nothing untrue is said of a number."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Watched
from support.serving import serve

MakePage = Callable[..., Page]
HAVE_PAGES = ["1006", "4004", "1000", "3000"]


@pytest.fixture(autouse=True)
def not_found_is_expected(watched: Watched) -> None:
    watched.allow_status.add(404)
    watched.allow_status.add(200)


@pytest.fixture(scope="module")
def below_a_path(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site as it is below a path with digits: its 404 page names that path as the site's root."""
    site = Path(shutil.copytree(built, tmp_path_factory.mktemp("prefixed") / "rfc6455"))
    page = (built / "404.html").read_text(encoding="utf-8")
    rooted = page.replace('data-base="/"', 'data-base="/rfc6455/"').replace('href="/', 'href="/rfc6455/')
    (site / "404.html").write_text(rooted.replace('src="/', 'src="/rfc6455/'), encoding="utf-8")
    with serve(site, "/rfc6455/") as address:
        yield address


def expect_no_number(page: Page) -> None:
    """The page speaks of no number at all."""
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no such page")
    expect(page.locator("[data-missing-number]")).to_be_hidden()
    expect(page.locator("[data-missing-known]")).to_be_hidden()
    assert page.title().startswith("Not a page")


@pytest.mark.parametrize("number", HAVE_PAGES)
@pytest.mark.parametrize("shape", ["{}.html", "codes/{}/", "codes/{}", "no/such/{}.html", "{}.html/"])
def test_a_number_with_a_page_leads_to_it(page: Page, site: str, number: str, shape: str) -> None:
    page.goto(site + shape.format(number))
    expect(page.get_by_role("heading", level=1)).to_contain_text(number)
    assert "made the code up" not in page.locator("main").inner_text()
    expect(page.locator("[data-missing-number]")).to_be_hidden()
    page.get_by_role("link", name=f"{number} is at /{number}/", exact=True).click()
    expect(page).to_have_url(f"{site}{number}/")


def test_an_assigned_number_has_its_name_on_the_way(page: Page, site: str) -> None:
    page.goto(site + "1006.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("1006 Abnormal Closure")


@pytest.mark.parametrize(
    "path",
    [
        "1006/foo",
        "code-3000/",
        "1006-foo",
        "nope?n=1006",
        "0-999/nope/?n=1006",
        "70000/",
        "123456/",
        "١٠٠٦/",
        "1006.htm",
        "-1/",
    ],
)
def test_what_does_not_end_in_a_number_is_no_number(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    expect_no_number(page)


def test_the_404_page_itself_is_no_number(page: Page, site: str) -> None:
    page.goto(site + "404.html")
    expect_no_number(page)


@pytest.mark.parametrize("number", ["2345", "4321", "65535", "999", "1016"])
def test_an_open_number_is_answered_by_its_range(page: Page, site: str, number: str) -> None:
    page.goto(site + number + "/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(number)
    page.get_by_role("link", name="Everything about the range").click()
    expect(page.locator("[data-asked-number]")).to_have_text(number)


def test_a_range_page_does_not_say_that_a_number_with_a_page_has_none(page: Page, site: str) -> None:
    page.goto(site + "1000-2999/?n=1006")
    asked = page.locator("[data-asked]")
    expect(asked).to_have_text("1006 1006 has a page of its own.")
    asked.get_by_role("link").click()
    expect(page).to_have_url(f"{site}1006/")


def test_digits_of_the_sites_own_path_are_no_number(new_page: MakePage, watched: Watched, below_a_path: str) -> None:
    page = new_page()
    page.goto(below_a_path + "nope/")
    expect_no_number(page)
    page.goto(below_a_path + "1006.html")
    page.get_by_role("link", name="1006 is at /rfc6455/1006/").click()
    expect(page).to_have_url(f"{below_a_path}1006/")
    watched.troubles = [t for t in watched.troubles if "elsewhere" not in t]  # another server on loopback


def test_digits_before_the_sites_own_path_are_no_number(
    new_page: MakePage, watched: Watched, built: Path, site: str
) -> None:
    page = new_page()
    html = (built / "404.html").read_text(encoding="utf-8").replace('data-base="/"', 'data-base="/elsewhere/"')
    page.route("**/6455/", lambda route: route.fulfill(status=404, content_type="text/html", body=html))
    page.goto(site + "6455/")
    expect_no_number(page)


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("1006//", "1006"),
        ("1006" + "/" * 70_000, "1006"),
        ("9" * 70_000, ""),
        ("1/" * 35_000 + "x/", ""),
        ("a" * 70_000 + "/2345/", "2345"),
    ],
    ids=["two slashes", "70,000 slashes", "70,000 digits", "35,000 numbers", "a long folder"],
)
def test_odd_and_long_paths_are_answered(page: Page, built: Path, site: str, path: str, number: str) -> None:
    html = (built / "404.html").read_text(encoding="utf-8")
    page.route(
        lambda url: url == site + path,
        lambda route: route.fulfill(status=404, content_type="text/html", body=html),
    )
    page.goto(site + path)
    if number:
        expect(page.locator("h1:visible")).to_contain_text(number)
    else:
        expect_no_number(page)


def test_what_looks_like_markup_stays_text(page: Page, site: str) -> None:
    page.goto(site + "%3Cimg%20src=x%20onerror=alert(1)%3E/1006/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("1006")
    assert page.locator("img").count() == 0


def test_a_table_is_filtered_also_when_the_address_may_not_change(page: Page, site: str) -> None:
    page.goto(site + "libraries/events/")
    page.evaluate("() => { history.replaceState = () => { throw new DOMException('too often', 'SecurityError') } }")
    page.locator("[data-filter]").fill("ws, tornado")
    expect(page.locator("#cc-events tbody tr:visible th")).to_have_text(["Tornado", "ws"])
