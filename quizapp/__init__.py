"""quizapp: a quiz made from what people have read, in which every answer can be proved."""

import os
from importlib import import_module

from flask import Flask
from werkzeug.local import LocalProxy

from quizapp.config import Settings, read_settings
from quizapp.extensions import db, limiter, login_manager, migrate
from quizapp.places import place

BLUEPRINTS = ("home", "packs", "rounds", "leaderboards", "players", "accounts", "drafts")


def create_app(settings: Settings | None = None) -> Flask:
    """The application with these settings, or with those of the environment."""
    from quizapp.store.transaction import tune
    from quizapp.web import assets, clock, problems, security
    from quizapp.web.accounts.session import current_player
    from quizapp.work.bell import bell

    settings = settings or read_settings(os.environ)
    app = Flask("quizapp", static_folder=str(place("static")))
    app.config.update(
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        # A server that was restarted is noticed before a player is.
        SQLALCHEMY_ENGINE_OPTIONS={"pool_pre_ping": not settings.database_url.startswith("sqlite")},
        RATELIMIT_ENABLED=settings.rate_limits,
        RATELIMIT_STORAGE_URI=settings.rate_limit_storage,
        TEMPLATES_AUTO_RELOAD=settings.debug,
    )
    app.extensions["quizapp_settings"] = settings
    app.extensions["quizapp_clock"] = clock.system_clock
    app.extensions["quizapp_bell"] = bell(settings)
    security.init_app(app, settings)
    db.init_app(app)
    with app.app_context():
        tune(db.engine, settings)
    migrate.init_app(app, db, directory=str(place("migrations")))
    # Its context processor would load the player for every page, even where no page names one.
    login_manager.init_app(app, add_context_processor=False)
    limiter.init_app(app)
    if settings.rate_limits:
        # Limits stand on single views, which check them; the hook looks at every request for limits of the
        # whole application, and there are none.
        app.before_request_funcs[None].remove(limiter._check_request_limit)
    assets.init_app(app)
    problems.init_app(app)
    for noun in (*BLUEPRINTS, *(("patterns",) if settings.debug else ())):
        app.register_blueprint(import_module(f"quizapp.web.{noun}").bp)
    # A proxy, so that only a page that names the player asks the database who it is.
    app.jinja_env.globals["current_player"] = LocalProxy(current_player)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    return app
