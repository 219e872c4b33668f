"""Is everything as it should be? One finding for each thing looked at, none stops the others."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from graph.export.sparql.asking import Sparql
from graph.model.errors import LuocdoError
from graph.model.relations import RelationKind
from graph.model.seeding import load_registry
from graph.store import Store
from service.keys import check_hashes
from service.lifespan import open_services
from service.settings import Settings, unknown
from service.state import VERSION, open_graph

_COUNTING = 600.0  # seconds that counting in a large dataset may take
_ROOM = 500_000_000  # bytes that the data folder should have left


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, whether it is good, and what there is to say."""

    what: str
    good: bool
    detail: str


def examined(settings: Settings) -> Iterator[Finding]:
    """Yield the findings."""
    for what, look in (
        ("cấu hình", _settings),
        ("biến môi trường", _variables),
        ("địa chỉ gốc", _base),
        ("danh mục", _registry),
        ("chỗ trống", _room),
        ("tệp SQLite", _file),
        ("kho", _store),
        ("tập RDF", _dataset),
        ("hình vẽ", _pictures),
    ):
        yield _looked(what, look, settings)


def _looked(what: str, look: Callable[[Settings], str], settings: Settings) -> Finding:
    try:
        return Finding(what, True, look(settings))
    except LuocdoError as error:
        return Finding(what, False, error.detail)
    except Exception as error:  # whatever it is, it is a finding
        return Finding(what, False, f"{type(error).__name__}: {error}")


def _settings(settings: Settings) -> str:
    check_hashes(settings.key_hashes)
    writing = f"{len(settings.key_hashes)} khóa" if settings.key_hashes else "ai cũng ghi được"
    return f"Luocdo {VERSION}; {writing}"


def _variables(_: Settings) -> str:
    if strange := unknown(os.environ):
        raise LuocdoError(f"không có cấu hình tên {', '.join(strange)}; xem `luocdo settings`")
    return "mọi biến LUOCDO_… đều là cấu hình"


def _base(settings: Settings) -> str:
    if settings.is_local and settings.serves_others:
        raise LuocdoError(
            f"phục vụ ở {settings.host} mà định danh mang {settings.base_uri}, máy khác không mở "
            "được; đặt LUOCDO_BASE_URI là địa chỉ mà người dùng mở"
        )
    return settings.base_uri


def _registry(_: Settings) -> str:
    registry = load_registry()
    return f"{registry.version}: {len(registry.types)} loại, {len(registry.works)} văn bản"


def _room(settings: Settings) -> str:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    if not os.access(settings.data_dir, os.W_OK):
        raise LuocdoError(f"không ghi được vào {settings.data_dir}")
    free = shutil.disk_usage(settings.data_dir).free
    if free < _ROOM:
        raise LuocdoError(f"{settings.data_dir} chỉ còn {free} byte")
    return f"{settings.data_dir}: còn {free // 1_000_000} MB"


def _file(settings: Settings) -> str:
    if "://" in settings.database:
        return "không dùng tệp"
    path = Path(settings.database)
    if not path.exists():
        return f"{path} chưa có; sẽ được tạo"
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        said = connection.execute("PRAGMA quick_check").fetchone()[0]
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if said != "ok" or broken:
        raise LuocdoError(f"{path}: {said if said != 'ok' else f'khóa ngoại hỏng: {broken}'}")
    return f"{path}: {path.stat().st_size} byte, nguyên vẹn"


def _store(settings: Settings) -> str:
    with open_graph(settings) as graph:
        counts = graph.store.counts()
        return f"lần thay đổi {graph.store.generation}; {counts['sources']} nguồn"


def _dataset(settings: Settings) -> str:
    """Compare SQL with RDF: every work, body and relation is in both."""
    patient = settings.model_copy(update={"sparql_seconds": _COUNTING})
    with open_services(patient) as services:
        return compared(services.graph.store, services.sparql)


def compared(store: Store, view: Sparql) -> str:
    """Return how much SQL and RDF both hold; LuocdoError where they differ."""
    told = _in_rdf(view)
    kept = _in_sql(store)
    if told != kept:
        raise LuocdoError(f"SQL và RDF khác nhau: {kept} và {told}")
    return ", ".join(f"{name} {count}" for name, count in kept.items())


def _in_rdf(view: Sparql) -> dict[str, int]:
    classes = {"works": "luocdo:Work", "bodies": "luocdo:Body", "relations": "luocdo:Relation"}
    found = {}
    for name, term in classes.items():
        query = f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x a {term} }}"
        body = view.answer(query, "application/json").body
        found[name] = int(json.loads(body)["results"]["bindings"][0]["n"]["value"])
    return found


def _in_sql(store: Store) -> dict[str, int]:
    # Each by its ends and kind; those that texts state come in that order.
    issued: set[tuple[str, str]] = set()
    last, stated = None, 0
    for one in store.all_relations():
        link = (one.source, one.kind, one.target)
        if one.kind is RelationKind.ISSUED_BY:
            issued.add((one.source, one.target))
        elif link != last:
            last, stated = link, stated + 1
    return {
        "works": sum(1 for _ in store.all_works()),
        "bodies": sum(1 for _ in store.all_bodies()),
        "relations": stated + len(issued),
    }


def _pictures(_: Settings) -> str:
    from graph.export.pictures.typeface import load_typeface

    load_typeface()
    return "phông chữ có đủ"
