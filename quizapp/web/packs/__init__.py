"""Packs in the browser."""

from quizapp.web.packs.views import bp

__all__ = ["bp"]
