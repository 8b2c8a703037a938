"""quizapp: a quiz made from what people have read, in which every answer can be proved."""

import os
from importlib import import_module

from flask import Flask
from werkzeug.local import LocalProxy

from quizapp.config import Settings, read_settings
from quizapp.extensions import db, limiter, login_manager, migrate
from quizapp.places import place

BLUEPRINTS = (
    *("home", "packs", "rounds", "leaderboards", "groups", "players", "accounts", "drafts"),
    *("administration", "health", "metrics"),
)


def create_app(settings: Settings | None = None) -> Flask:
    """The application with these settings, or with those of the environment."""
    from quizapp.store.transaction import pool_options, tune
    from quizapp.web import assets, busy, characters, clock, metrics, problems, security, sending, watching
    from quizapp.web.accounts import limits
    from quizapp.web.accounts.session import current_player
    from quizapp.web.application import Game, lighten
    from quizapp.web.numbers import RowNumber
    from quizapp.work.bell import Bell

    settings = settings or read_settings(os.environ)
    app = Game("quizapp", static_folder=str(place("static")))
    app.config.update(
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS=pool_options(settings),
        RATELIMIT_ENABLED=settings.rate_limits,
        **limits.storage(settings),
        TEMPLATES_AUTO_RELOAD=settings.debug,
    )
    app.extensions["quizapp_settings"] = settings
    app.extensions["quizapp_clock"] = clock.system_clock
    app.extensions["quizapp_bell"] = Bell(settings)
    db.init_app(app)
    with app.app_context():
        tune(db.engine, settings)
        busy.init_app(app, settings)
    security.init_app(app, settings)
    migrate.init_app(app, db, directory=str(place("migrations")))
    # Its context processor would load the player for every page, even where no page names one.
    login_manager.init_app(app, add_context_processor=False)
    limiter.init_app(app)
    lighten(app)
    characters.init_app(app)
    app.url_map.converters["int"] = RowNumber
    assets.init_app(app)
    problems.init_app(app)
    sending.init_app(app)
    for noun in (*BLUEPRINTS, *(("patterns",) if settings.debug else ())):
        app.register_blueprint(import_module(f"quizapp.web.{noun}").bp)
    watching.init_app(app, metrics.count_with(settings))
    # A proxy, so that only a page that names the player asks the database who it is.
    app.jinja_env.globals["current_player"] = LocalProxy(current_player)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    return app
