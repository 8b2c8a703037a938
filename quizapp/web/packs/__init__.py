"""Packs in the browser."""

from quizapp.web.packs import editions, insights, views
from quizapp.web.packs.blueprint import bp

__all__ = ["bp", "editions", "insights", "views"]
