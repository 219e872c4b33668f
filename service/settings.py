"""Settings: everything that a deployment may choose, read from ``LUOCDO_…`` variables."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """How one service runs. Each field is set by ``LUOCDO_`` plus its name in capitals.

    Sizes are bytes, times are seconds.
    """

    model_config = SettingsConfigDict(env_prefix="LUOCDO_", frozen=True)

    database: str = Field(
        default="var/luocdo.db", description="Path of the SQLite file, or a SQLAlchemy URL."
    )
    data_dir: Path = Field(
        default=Path("var"), description="Folder for what is derived from the database."
    )
    base_uri: str = Field(
        default="http://127.0.0.1:8000",
        description="What identifiers are prefixed with in RDF and links; no closing slash.",
        pattern=r"^https?://[^\s]+[^/\s]$",
    )
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    max_body_bytes: int = Field(default=25_000_000, ge=1)
    kept_bytes: int = Field(
        default=64_000_000, ge=0, description="Memory for files made lately; 0 keeps none."
    )
    lineage_nodes: int = Field(default=2000, ge=1, description="Most nodes in one lineage.")
    sparql_seconds: float = Field(default=10.0, gt=0)
    sparql_rows: int = Field(default=10_000, ge=1)
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
