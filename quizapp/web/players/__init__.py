"""Players in the browser."""

from quizapp.web.players.views import bp

__all__ = ["bp"]
