from dataclasses import replace

from flask.testing import FlaskClient

from quizapp import create_app
from quizapp.config import Settings


def test_the_page_of_patterns_is_there_with_debug_on_and_only_then(
    settings: Settings, client: FlaskClient
) -> None:
    debugged = create_app(replace(settings, debug=True)).test_client()

    assert debugged.get("/patterns").status_code == 200
    assert client.get("/patterns").status_code == 404
