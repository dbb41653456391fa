"""Where settings come from: environment, config file, machine; and that nothing is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from explog.errors import InvalidError
from explog.settings import Settings


def _config(tmp_path: Path, text: str) -> dict[str, str]:
    """An environment whose config file holds *text*."""
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return {"EXPLOG_CONFIG": str(path)}


def test_the_environment_goes_before_the_config_file(tmp_path: Path) -> None:
    given = _config(tmp_path, 'log = "/a/one.db"\nrole = "leder"\n')
    assert Settings(given).log == Path("/a/one.db")
    assert Settings({**given, "EXPLOG_LOG": "/a/two.db"}).log == Path("/a/two.db")
    assert Settings(given).get("role") == "leder"
    assert Settings({**given, "EXPLOG_ROLE": "koordinator"}).get("role") == "koordinator"


def test_an_empty_variable_counts_as_not_set(tmp_path: Path) -> None:
    given = _config(tmp_path, 'log = "/a/one.db"')
    assert Settings({**given, "EXPLOG_LOG": ""}).log == Path("/a/one.db")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LANG": "da_DK.UTF-8", "EXPLOG_LANG": "en"}, "en"),
        ({"LANG": "C.UTF-8", "EXPLOG_LANG": "da_DK"}, "da"),
        ({"LANG": "da_DK.UTF-8", "EXPLOG_LANG": "fr"}, "da"),
    ],
)
def test_the_language_is_the_chosen_one_or_the_machines(
    tmp_path: Path, environment: dict[str, str], language: str
) -> None:
    nowhere = {"EXPLOG_CONFIG": str(tmp_path / "none.toml")}
    assert Settings({**nowhere, **environment}).language == language


def test_a_home_in_front_of_a_path_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/somewhere")
    assert Settings({"EXPLOG_LOG": "~/x.db"}).log == Path("/somewhere/x.db")


def test_the_log_and_the_demos_lie_in_one_folder_and_nothing_is_made() -> None:
    settings = Settings()
    assert settings.log.name == "log.db"
    assert settings.demo("da") == settings.log.with_name("demo-da.db")
    assert settings.config == {}
    assert not settings.log.parent.exists()
    assert not settings.config_path.parent.exists()


@pytest.mark.parametrize("text", ["log = ", "log = 1 2", "[log"])
def test_a_config_file_that_is_no_toml_is_refused_naming_the_file(
    tmp_path: Path, text: str
) -> None:
    with pytest.raises(InvalidError, match=r"config\.toml: .*(line 1|end of document)"):
        _ = Settings(_config(tmp_path, text)).config


def test_a_config_file_that_is_no_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b'role = "f\xf8rer"')
    with pytest.raises(InvalidError, match=r"config\.toml"):
        _ = Settings({"EXPLOG_CONFIG": str(path)}).config


def test_a_setting_of_the_wrong_kind_is_refused_naming_it(tmp_path: Path) -> None:
    with pytest.raises(InvalidError, match="role: is not a text"):
        Settings(_config(tmp_path, "role = 3")).get("role")
