"""The blueprint that the pages of published packs share."""

from flask import Blueprint

from quizapp.web.wording import moment

bp = Blueprint("packs", __name__)
bp.add_app_template_filter(moment, "moment")
