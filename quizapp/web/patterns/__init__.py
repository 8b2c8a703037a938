"""The page of patterns, for whoever works on how the game looks."""

from quizapp.web.patterns.views import bp

__all__ = ["bp"]
