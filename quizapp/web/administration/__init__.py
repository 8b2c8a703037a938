"""What administrators look after: players, packs, flags, marks, and the journal."""

from quizapp.web.administration import flags, journal, marks, packs, players
from quizapp.web.administration.blueprint import bp

__all__ = ["bp", "flags", "journal", "marks", "packs", "players"]
