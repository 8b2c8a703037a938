"""A round in the browser: question, verdict, result."""

from quizapp.web.rounds.views import bp

__all__ = ["bp"]
