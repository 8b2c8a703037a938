"""What is counted and timed, for Prometheus. Instances only; web/metrics.py shows them.

The library decides when it is first imported whether processes count together: `quizapp serve` names a folder
for that (PROMETHEUS_MULTIPROC_DIR) before anything imports this module.
"""

from prometheus_client import CollectorRegistry, Counter, Histogram

REGISTRY = CollectorRegistry()

requests = Histogram(
    "quizapp_request_seconds",
    "Time from a request to its answer, by route",
    ["method", "route", "status"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
    registry=REGISTRY,
)
responses = Counter(
    "quizapp_responses", "Answers that were taken, or sent again and answered as before", registry=REGISTRY
)
work = Histogram(
    "quizapp_work_seconds",
    "Time that the worker took for a task, by kind and by how it ended",
    ["kind", "state"],
    buckets=(0.1, 0.5, 1, 2, 5, 10, 20, 60, 120, 300, 900),
    registry=REGISTRY,
)
