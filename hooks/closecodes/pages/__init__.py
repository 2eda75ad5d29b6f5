"""A `Registry` as pages, made from the templates: HTML and Markdown as plain values, no site generator."""

from .download import Download
from .page import Article, Page, Section
from .render import Renderer, render

__all__ = ["Article", "Download", "Page", "Renderer", "Section", "render"]
