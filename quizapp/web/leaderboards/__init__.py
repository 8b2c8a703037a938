"""Leaderboards in the browser."""

from quizapp.web.leaderboards.views import bp

__all__ = ["bp"]
