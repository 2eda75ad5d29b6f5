"""A `Registry` as Markdown pages, made from the templates; plain values, no site generator."""

from .page import Page
from .render import render

__all__ = ["Page", "render"]
