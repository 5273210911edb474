"""Where plans live, and who may change them."""

import os
from pathlib import Path

import pytest

from okrtui.storage.errors import FileError
from okrtui.storage.paths import check, config_file, data_directory, demo_directory, prepare

HOME = {"HOME": "/home/ana"}


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        (HOME, "/home/ana/.local/share/okrtui"),
        ({**HOME, "XDG_DATA_HOME": "/data"}, "/data/okrtui"),
        ({**HOME, "XDG_DATA_HOME": "relative"}, "/home/ana/.local/share/okrtui"),
        ({**HOME, "XDG_DATA_HOME": ""}, "/home/ana/.local/share/okrtui"),
        ({**HOME, "XDG_DATA_HOME": "/data", "OKRTUI_DATA": "/plans"}, "/plans"),
        ({**HOME, "OKRTUI_DATA": ""}, "/home/ana/.local/share/okrtui"),
    ],
)
def test_plans_are_looked_for_where_the_manual_says(environ: dict[str, str], expected: str) -> None:
    assert data_directory(None, environ) == Path(expected)
    assert data_directory(Path("here"), environ) == Path("here")


def test_settings_and_example_have_places_of_their_own() -> None:
    assert config_file(HOME) == Path("/home/ana/.config/okrtui/config.toml")
    assert config_file({**HOME, "XDG_CONFIG_HOME": "/etc/ana"}) == Path("/etc/ana/okrtui/config.toml")
    assert config_file({**HOME, "XDG_CONFIG_HOME": "./x"}) == Path("/home/ana/.config/okrtui/config.toml")
    assert demo_directory({**HOME, "OKRTUI_DATA": "/plans"}) == Path("/home/ana/.local/share/okrtui-demo")


def test_without_a_home_variable_the_users_own_home_is_taken() -> None:
    assert data_directory(None, {}) == Path.home() / ".local/share/okrtui"


def test_git_ignores_history_lock_and_drafts(tmp_path: Path) -> None:
    control = prepare(tmp_path / "a")
    assert control == tmp_path / "a" / ".okrtui"
    assert (control / ".gitignore").read_text() == "*\n"
    (control / ".gitignore").write_text("mine\n")
    prepare(tmp_path / "a")
    assert (control / ".gitignore").read_text() == "mine\n"


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_directory_that_others_can_change_is_refused_with_the_command_to_run(tmp_path: Path, mode: int) -> None:
    shared = tmp_path / "our plans"
    shared.mkdir()
    shared.chmod(mode)
    with pytest.raises(FileError) as caught:
        prepare(shared)
    assert caught.value.do == f"run: chmod go-w '{shared}'"
    assert list(shared.iterdir()) == []


def test_a_directory_that_others_can_read_is_left_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    prepare(tmp_path)
    assert tmp_path.stat().st_mode & 0o777 == 0o755


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a directory of another user")
def test_a_directory_of_another_user_is_refused(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir(mode=0o700)
    os.chown(theirs, 12345, 12345)
    with pytest.raises(FileError, match="another user"):
        check(theirs)


def test_a_file_in_place_of_the_directory_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises((FileError, OSError)):
        prepare(tmp_path / "a")


def test_a_control_directory_that_links_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir(mode=0o700)
    (tmp_path / "elsewhere").mkdir(mode=0o755)
    (tmp_path / "plans" / ".okrtui").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileError, match="no directory of yours"):
        prepare(tmp_path / "plans")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_control_directory_open_to_others_is_closed(tmp_path: Path) -> None:
    (tmp_path / ".okrtui").mkdir()
    (tmp_path / ".okrtui").chmod(0o775)
    tmp_path.chmod(0o700)
    assert prepare(tmp_path).stat().st_mode & 0o777 == 0o700
