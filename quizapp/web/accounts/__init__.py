"""Accounts in the browser: signing up, logging in and out, and the page of one's own."""

from quizapp.web.accounts import own_page
from quizapp.web.accounts.views import bp

__all__ = ["bp", "own_page"]
