"""All generated pages of the site."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

import jinja2

from ..guides import Guide
from ..links import Links
from ..model import CloseCode, CodeRange, Library, Registry, Service
from . import matrices, summary_strip, wording
from .charts import band_rows, collisions
from .context import Context
from .download import Download
from .libraries import by_code, handling, names, names_of, texts_of
from .measurements import counts, measured_numbers, measured_rows
from .numbers import Neighbours, neighbours, number_line, runs, uses_by_family
from .page import Page
from .snippets import highlighted, snippets
from .template import environment
from .twin import TwinContext, TwinLinks, twin_environment


def render(
    registry: Registry, links: Links, downloads: Sequence[Download] = (), guides: Sequence[Guide] = ()
) -> list[Page]:
    """The pages of all codes, private numbers and ranges, and the home page, in that order."""
    renderer = _Renderer(registry, links, environment(), Context, guides)
    return [*renderer.pages(), renderer.offline(downloads)]


def render_twins(registry: Registry, downloads: Sequence[Download] = ()) -> list[Page]:
    """The same pages as Markdown without HTML, for readers that are no browsers."""
    renderer = _Renderer(registry, TwinLinks(), twin_environment(), TwinContext)
    twins = [*renderer.pages(), renderer.offline(downloads)]
    return [dataclasses.replace(page, copied=True) for page in twins]


class _Renderer:
    def __init__(
        self,
        registry: Registry,
        links: Links,
        env: jinja2.Environment,
        context: type[Context],
        guides: Sequence[Guide] = (),
    ) -> None:
        self.registry, self.links, self.env, self.context, self.guides = registry, links, env, context, guides

    def pages(self) -> Iterator[Page]:
        for code in self.registry.codes:
            yield self._code(code)
        for number in self.registry.private_numbers:
            yield self._number(number)
        for kind in self.registry.ranges:
            yield self._range(kind)
        for service in self.registry.services:
            yield self._service(service)
        if self.registry.services:
            yield self._services()
        if self.registry.libraries:
            yield from self._libraries()
        yield self._page("changes", "changes", changes=self.registry.changes[::-1])
        yield self._page("home", "index", rows=[self._row(code) for code in self.registry.codes])

    def offline(self, downloads: Sequence[Download]) -> Page:
        """The page about the site without a network, and the files to take away."""
        offered = {file.name: file for file in downloads}
        return self._page("offline", "offline", downloads=offered, updated=self.registry.updated)

    def _code(self, code: CloseCode) -> Page:
        citations = [citation for _, cited in code.claims for citation in cited]
        return self._page(
            "code",
            str(code.code),
            source=code.origin.path,
            code=code,
            range=self.registry.range_of(code.code),
            strip=summary_strip.of_code(self.registry, code),
            snippets=snippets(self.registry, code),
            guides=[guide for guide in self.guides if code.code in guide.codes],
            names=names_of(self.registry, code.code),
            texts=texts_of(self.registry, code.code),
            measured=counts(self.registry, code.code),
            handling=handling(self.registry, code.code),
            uses=uses_by_family(self.registry, code.code),
            citations=citations,
            beside=self._beside(code.code),
        )

    def _number(self, number: int) -> Page:
        kind = self.registry.range_of(number)
        uses = uses_by_family(self.registry, number)
        return self._page(
            "number",
            str(number),
            source=uses[0][1][0][0].origin.path,
            number=number,
            range=kind,
            strip=summary_strip.of_unassigned(self.registry, kind),
            uses=uses,
            count=sum(len(group) for _, group in uses),
            beside=self._beside(number),
        )

    def _range(self, kind: CodeRange) -> Page:
        citations = [citation for _, cited in kind.claims for citation in cited]
        numbers = [number for number in self.registry.private_numbers if number in kind.span]
        return self._page(
            "range",
            kind.slug,
            source=kind.origin.path,
            range=kind,
            strip=summary_strip.of_unassigned(self.registry, kind),
            rows=[self._row(code) for code in self.registry.codes_in(kind.span)],
            blocks=self.registry.unassigned_in(kind.span),
            bands=band_rows(self.registry, kind),
            numbers=[(number, len(self.registry.uses_by_number[number])) for number in numbers],
            citations=citations,
        )

    def _service(self, service: Service) -> Page:
        relatives = [s for s in self.registry.services if s.family == service.family and s is not service]
        rule = service.reconnect_snippet
        return self._page(
            "service",
            f"services/{service.id}",
            source=service.origin.path,
            service=service,
            relatives=relatives,
            snippet=highlighted(rule, "js") if rule else None,
        )

    def _services(self) -> Page:
        return self._page(
            "services",
            "services/index",
            rows=sum(len(service.codes) for service in self.registry.services),
            spans={service.id: runs(use.code for use in service.codes) for service in self.registry.services},
            collisions=collisions(self.registry, most=16),
        )

    def _libraries(self) -> Iterator[Page]:
        languages = sorted({library.language for library in self.registry.libraries})
        for library in self.registry.libraries:
            yield self._library(library)
        rows, numbers = matrices.code_rows(self.registry), matrices.shown_numbers()
        yield self._page("libraries", "libraries/index", rows=rows, numbers=numbers, languages=languages)
        events, heads = matrices.event_rows(self.registry), matrices.event_heads()
        yield self._page("events", "libraries/events", rows=events, heads=heads, languages=languages)
        yield self._page("names", "libraries/names", rows=matrices.name_rows(self.registry), languages=languages)
        if self.registry.measurements:
            measured = {"rows": measured_rows(self.registry), "numbers": measured_numbers()}
            yield self._page("measured", "libraries/measured", languages=languages, **measured)

    def _library(self, library: Library) -> Page:
        return self._page(
            "library",
            f"libraries/{library.id}",
            source=library.origin.path,
            library=library,
            emissions=by_code(library.emits),
            messages=by_code(library.messages),
            constants=sorted(names(self.registry, library).items()),
            measurements=[m for m in self.registry.measurements if m.library == library.id],
            **{
                word.__name__: word
                for word in (wording.spans, wording.sent, wording.outcome, wording.subject, wording.outcome_of)
            },
        )

    def _row(self, code: CloseCode) -> dict[str, Any]:
        return {
            "code": code,
            "range": self.registry.range_of(code.code),
            "strip": summary_strip.of_code(self.registry, code),
        }

    def _beside(self, number: int) -> Neighbours:
        return neighbours(self.registry, number)

    def _page(self, template: str, name: str, source: Any = None, **values: Any) -> Page:
        context = self.context(self.registry, self.links, name)
        text = self.env.get_template(f"{template}.md.j2").render(
            cc=context, registry=self.registry, ranges=number_line(self.registry), **values
        )
        return Page(f"{name}.md", text, source)
