"""Every component in every state, on one page. Registered with debug on, and only then."""

from flask import Blueprint, render_template

from quizapp.web.patterns import samples

bp = Blueprint("patterns", __name__)


@bp.get("/patterns")
def patterns() -> str:
    """The page of patterns."""
    return render_template("patterns.html", samples=samples)
