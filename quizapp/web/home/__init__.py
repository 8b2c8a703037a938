"""The first page, and what explains the game."""

from quizapp.web.home.views import bp

__all__ = ["bp"]
