"""What Prometheus may read, by a token: requests, answers, work, tasks that wait. Without it, nothing.

Open event streams will be counted when there are any.
"""

import hmac
import os
from collections.abc import Iterator

from flask import Blueprint, abort, current_app, request
from flask.typing import ResponseReturnValue
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from quizapp import measures
from quizapp.config import Settings
from quizapp.services import tasks
from quizapp.web.watching import Count

bp = Blueprint("metrics", __name__)

_RESPONSES = "/rounds/<public_id>/responses"


def count_with(settings: Settings) -> Count | None:
    """What to tell of each request; nothing where nobody may ask."""
    return _count if settings.metrics_token else None


@bp.get("/metrics")
def metrics() -> ResponseReturnValue:
    """Everything that is counted, over all processes of this server."""
    settings: Settings = current_app.extensions["quizapp_settings"]
    given = request.headers.get("Authorization", "").encode()
    wanted = f"Bearer {settings.metrics_token}".encode()
    if not settings.metrics_token or not hmac.compare_digest(given, wanted):
        abort(404)
    registry = CollectorRegistry()
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(measures.REGISTRY)
    registry.register(_Waiting())
    return generate_latest(registry), {"Content-Type": CONTENT_TYPE_LATEST}


class _Waiting(Collector):
    def collect(self) -> Iterator[Metric]:
        """How many tasks wait; left out while the database is away."""
        try:
            waiting = len(tasks.waiting_tasks())
        except SQLAlchemyError:
            return
        yield GaugeMetricFamily("quizapp_tasks_waiting", "Tasks that wait for a worker", waiting)


# Looking up a child by its labels costs more than counting.
_children: dict[tuple[str, str, int], Histogram] = {}


def _count(method: str, route: str, status: int, seconds: float) -> None:
    key = method, route, status // 100
    child = _children.get(key)
    if child is None:
        child = _children[key] = measures.requests.labels(method, route, f"{status // 100}xx")
    child.observe(seconds)
    if route == _RESPONSES and method == "POST" and status < 400:
        measures.responses.inc()
