"""Prometheus metrics of one application: requests by route, and what the graph holds."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

MEDIA_TYPE = CONTENT_TYPE_LATEST
_SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """Counts what one application does; each has its own registry."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.requests = Counter(
            "luocdo_requests_total", "Requests answered.", ("method", "route", "status"),
            registry=self._registry,
        )  # fmt: skip
        self.seconds = Histogram(
            "luocdo_request_seconds", "Time until an answer began.", ("method", "route"),
            buckets=_SECONDS, registry=self._registry,
        )  # fmt: skip
        self.running = Gauge(
            "luocdo_requests_running", "Requests at work or waiting.", registry=self._registry
        )
        self._generation = Gauge(
            "luocdo_generation", "The state of the store.", registry=self._registry
        )
        self._held = Gauge(
            "luocdo_held", "What the graph holds.", ("kind", "sort"), registry=self._registry
        )

    def written(self, generation: int, counts: dict[str, object]) -> bytes:
        """Return all metrics in Prometheus' text format."""
        self._generation.set(generation)
        for kind, count in counts.items():
            sorts = count.items() if isinstance(count, dict) else [("", count)]
            for sort, number in sorts:
                if isinstance(number, int):
                    self._held.labels(kind, sort).set(number)
        return generate_latest(self._registry)
