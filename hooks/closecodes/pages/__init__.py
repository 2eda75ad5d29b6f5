"""A `Registry` as Markdown pages, made from the templates; plain values, no site generator."""

from .download import Download
from .page import Page
from .render import render, render_twins

__all__ = ["Download", "Page", "render", "render_twins"]
