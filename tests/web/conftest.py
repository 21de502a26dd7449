"""A register with one visit told in four languages, behind the pages."""

import pytest
from fastapi.testclient import TestClient

from mithaq import adding
from mithaq.register.database import Database
from mithaq.register.history import Act
from mithaq.web.app import create_app
from tests.conftest import ROOT

REPORTS = [str(ROOT / "tests" / "corpus" / f"{language}-101.txt") for language in ("ar", "ru", "en", "kk")]


def client_of(folder, reports):
    database = Database(f"sqlite:///{folder}/register.db")
    list(adding.add(database, reports, lambda: Act("a desk officer", "2025-11-06T08:00:00Z")))
    return TestClient(create_app(database), base_url="http://127.0.0.1:8000", follow_redirects=False)


@pytest.fixture
def client(tmp_path):
    return client_of(tmp_path, REPORTS)


@pytest.fixture(scope="session")
def looked_at(tmp_path_factory):
    """The same register, for tests that only look."""
    return client_of(tmp_path_factory.mktemp("web"), REPORTS)


@pytest.fixture
def empty(tmp_path):
    return client_of(tmp_path, [])
