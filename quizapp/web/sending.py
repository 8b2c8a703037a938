"""How pages are sent: packed, and not once more where the browser still has the same.

What a browser may keep stands here, view by view; all else is `no-store`, rounds first of all: the back
button must not bring back an item that has been left, and nothing that tells a key may lie in a cache.
"""

import hashlib

from flask import Flask, Response, request, session
from flask_compress import Compress

from quizapp.web.sessions import form_token

# Seen by everybody alike but for the player's own name and place on it. Kept by the player's browser alone,
# which asks each time whether it has changed.
KEPT = {
    *("home.home", "home.how_scores_work"),
    *("packs.show_pack", "leaderboards.show_all", "leaderboards.show_one"),
    "players.show_player",
}
ASK_EACH_TIME = "private, no-cache"
# Below this, packing costs more than the bytes it saves.
SMALLEST = 1_500


def init_app(app: Flask) -> None:
    """Pack what is worth it, and answer 304 where nothing has changed."""
    app.config.update(
        # The quickest levels and a small window: a page of 8 KB becomes 2.6 KB for a fifth of what a bare
        # view costs. The library's own settings would save another 300 bytes, for more than a bare view.
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=1,
        COMPRESS_BR_WINDOW=16,
        COMPRESS_LEVEL=1,
        COMPRESS_MIN_SIZE=SMALLEST,
        COMPRESS_MIMETYPES=["text/html", "application/json", "text/csv", "application/yaml"],
        COMPRESS_STREAMS=False,
        COMPRESS_REGISTER=False,
    )
    compress = Compress(app)

    @app.after_request
    def pack(response: Response) -> Response:
        if "HTTP_ACCEPT_ENCODING" in request.environ:
            return compress.after_request(response)
        response.headers.add("Vary", "Accept-Encoding")
        return response

    # Registered later, so it comes earlier: what is not sent need not be packed.
    app.after_request(_once)


def _once(response: Response) -> Response:
    if request.endpoint in KEPT and response.status_code == 200 and request.method in ("GET", "HEAD"):
        response.headers["Cache-Control"] = ASK_EACH_TIME
        response.set_etag(_digest(response), weak=True)
        response.make_conditional(request)
    return response


def _digest(response: Response) -> str:
    """Of what the page says and whose session it is for: the token alone differs from process to process."""
    text, whose = response.get_data(), session.get("csrf_token", "")
    if whose:
        text = text.replace(form_token().encode(), b"")
    return hashlib.blake2b(text, key=whose.encode()[:64], digest_size=12).hexdigest()
