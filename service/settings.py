"""Settings: everything that a deployment may choose, read from ``LUOCDO_…`` variables."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

_OF_THE_CLIENT = ("LUOCDO_SERVER", "LUOCDO_KEY")  # set how commands ask a service


class Settings(BaseSettings):
    """How one service runs. Each field is set by ``LUOCDO_`` plus its name in capitals.

    Sizes are bytes, times are seconds.
    """

    model_config = SettingsConfigDict(env_prefix="LUOCDO_", frozen=True)

    database: str = Field(
        default="var/luocdo.db",
        description="Path of the SQLite file, or 'postgresql://user:password@host/database'.",
    )
    data_dir: Path = Field(
        default=Path("var"), description="Folder for what is derived from the database."
    )
    base_uri: str = Field(
        default="",
        description="What identifiers are prefixed with in RDF and links, no closing slash: the "
        "address under which others reach the service. Not set: that of host and port.",
        pattern=r"^https?://[^\s]+[^/\s]$",
    )
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    max_body_bytes: int = Field(default=25_000_000, ge=1)
    kept_bytes: int = Field(
        default=64_000_000, ge=0, description="Memory for files made lately; 0 keeps none."
    )
    lineage_nodes: int = Field(default=2000, ge=1, description="Most nodes in one lineage.")
    audit_works: int = Field(
        default=20_000,
        ge=0,
        description="Most works in the store for an audit of all at once over HTTP; "
        "of more, works are looked at one after another.",
    )
    sparql_seconds: float = Field(default=10.0, gt=0)
    sparql_rows: int = Field(default=10_000, ge=1)
    sparql_in_memory: int = Field(
        default=1_000_000,
        ge=0,
        description="Most triples of which query processes hold a copy in memory, 320 MB a "
        "million; of more, or with 0, they read from disk.",
    )
    sparql_endpoint: str | None = Field(
        default=None,
        description="Query address of a SPARQL 1.1 server to ask instead of our own processes.",
        pattern=r"^https?://\S+$",
    )
    sparql_update: str | None = Field(
        default=None,
        description="Update address of that server; with it the dataset there follows the store.",
        pattern=r"^https?://\S+$",
    )
    write_keys: SecretStr = Field(
        default=SecretStr(""),
        description="Hashes of the keys that may write, by `luocdo key`, with commas between; "
        "empty: anybody may.",
    )
    cors_origins: str = Field(
        default="", description="Origins whose pages may ask, with commas between; '*' for all."
    )
    rate_limit: str = Field(
        default="",
        description="Requests of one client, such as '100/second' or '600/minute'; empty: any.",
    )
    trusted_proxies: str = Field(
        default="127.0.0.1", description="Whose X-Forwarded-For is believed, with commas between."
    )
    request_seconds: float = Field(
        default=60.0, gt=0, description="Longest time for one answer to begin."
    )
    concurrency: int = Field(
        default=256, ge=1, description="Requests at work or waiting; more are told 503."
    )
    shutdown_seconds: int = Field(
        default=20, ge=1, description="Time for what runs to end when the service stops."
    )
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["auto", "json", "text"] = Field(
        default="auto", description="'auto' is text on a terminal, else JSON."
    )

    @model_validator(mode="before")
    @classmethod
    def _with_base(cls, given: dict[str, Any]) -> dict[str, Any]:
        if given.get("base_uri"):
            return given
        fields = cls.model_fields
        host = given.get("host") or fields["host"].default
        port = given.get("port")
        if port in (None, "", 0, "0"):  # 0: whichever is free, not known before it is taken
            port = fields["port"].default
        return {**given, "base_uri": f"http://{reachable(str(host))}:{port}"}

    @property
    def is_local(self) -> bool:
        """Tell whether the base leads to this machine only."""
        return _is_loopback(urlsplit(self.base_uri).hostname or "")

    @property
    def serves_others(self) -> bool:
        """Tell whether other machines may ask."""
        return not _is_loopback(self.host)

    @property
    def key_hashes(self) -> tuple[str, ...]:
        """The hashes of the keys that may write; none where writing is open."""
        return split(self.write_keys.get_secret_value())

    def shown(self) -> dict[str, str]:
        """Return every setting as text, what is secret hidden."""
        values = {name: str(getattr(self, name)) for name in type(self).model_fields}
        return {**values, "database": hidden(self.database)} | {
            name: hidden(values[name]) for name in ("sparql_endpoint", "sparql_update")
        }


def unknown(variables: Iterable[str]) -> list[str]:
    """Return the names of variables that look like settings and are none."""
    known = {f"LUOCDO_{name.upper()}" for name in Settings.model_fields} | {*_OF_THE_CLIENT}
    return sorted(name for name in variables if name.upper().startswith("LUOCDO_")
                  and name.upper() not in known)  # fmt: skip


def reachable(host: str) -> str:
    """Return how an address to listen at is written in a URL: for all addresses, this machine's."""
    if host in ("", "0.0.0.0", "::"):
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def split(text: str) -> tuple[str, ...]:
    """Return the parts between commas, without empty ones."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def hidden(url: str) -> str:
    """Return an address without its password, and without what a query of it may hold."""
    if "://" not in url:
        return url
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")
    user = host[0].partition(":")[0]
    netloc = f"{user}:***@{host[2]}" if host[1] else host[2]
    return parts._replace(netloc=netloc, query="***" if parts.query else "").geturl()
