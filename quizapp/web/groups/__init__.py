"""Groups in the browser."""

from quizapp.web.groups.views import bp

__all__ = ["bp"]
