"""The two commands: what they find missing, what they remember, and when they stop."""

import importlib.util
import os
import re
import shutil
import socket
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parent.parent / "packaging" / "dev.py"
THIS = [sys.executable, "-c"]


def load() -> ModuleType:
    specification = importlib.util.spec_from_file_location("dev", SCRIPT)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


dev = load()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A project without dependencies, that no index has to be asked for."""
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'nothing'\nversion = '1'\n")
    return tmp_path


def made_environment(folder: Path, **settings: str) -> Path:
    """What `python -m venv` leaves behind, without the 10 seconds it takes."""
    values = {"version": "3.11.7", "command": f"python3 -m venv --clear {folder}", **settings}
    folder.mkdir()
    (folder / "pyvenv.cfg").write_text("".join(f"{key} = {values[key]}\n" for key in values))
    python = dev.environment_python(folder)
    python.parent.mkdir()
    python.touch()
    pip = folder / "lib" / "python3.11" / "site-packages" / "pip" / "__init__.py"
    pip.parent.mkdir(parents=True)
    pip.touch()
    return folder


class TestCommandLine:
    @pytest.mark.parametrize("arguments", [[], ["build"], ["--help"]])
    def test_anything_else_shows_how_it_is_used(self, arguments: list[str]) -> None:
        answer = subprocess.run(
            [sys.executable, SCRIPT, *arguments], check=False, capture_output=True, text=True
        )
        assert answer.returncode == 2
        assert "dev.py run" in answer.stdout
        assert "dev.py test" in answer.stdout
        assert "dev.py coverage" in answer.stdout

    def test_it_imports_the_standard_library_and_what_it_needs_to_know_only(self) -> None:
        program = (
            "import runpy, sys; before = set(sys.modules);"
            f"runpy.run_path({str(SCRIPT)!r}, run_name='dev');"
            "new = set(sys.modules) - before;"
            "print(*sorted(n for n in new if n.partition('.')[0] not in sys.stdlib_module_names))"
        )
        answer = subprocess.run([*THIS, program], check=True, capture_output=True, text=True)
        assert answer.stdout.split() == ["inpaint_studio", "inpaint_studio.system_needs"]


class TestSystemLibraries:
    def test_a_library_that_loads_is_there(self) -> None:
        if sys.platform != "linux":
            pytest.skip("the names are Linux names")
        assert dev.Need("libc.so.6", ("libc6",)).is_there
        assert not dev.Need("libnothing-of-the-kind.so.7", ("nothing",)).is_there

    def test_a_program_on_the_search_path_is_there(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert dev.Need("python3", ("python3",)).is_there or sys.platform == "win32"
        monkeypatch.setenv("PATH", "")
        assert not dev.Need("python3", ("python3",)).is_there

    def test_the_package_takes_the_name_this_release_knows(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        glib = next(need for need in dev.IMPORT_NEEDS if "glib" in need.name)
        for known in ("libglib2.0-0", "libglib2.0-0t64"):
            monkeypatch.setattr(dev.system_needs, "is_known", known.__eq__)
            assert dev.packages_for([glib]) == [known]

    def test_without_root_the_one_command_is_printed_and_the_status_is_3(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        gone = dev.Need("libgone.so.1", ("libgone1",))
        monkeypatch.setattr(dev, "IMPORT_NEEDS", (gone,))
        monkeypatch.setattr(dev, "may_install", lambda: False)
        monkeypatch.setattr(dev, "can_make_environment", lambda extra: True)
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(dev.system_needs, "is_known", lambda package: True)

        with pytest.raises(SystemExit) as ending:
            dev.run([])

        assert ending.value.code == 3
        command = "sudo apt-get install -y --no-install-recommends libgone1"
        assert command in capsys.readouterr().out

    def test_tests_go_on_headless_when_only_the_window_is_missing(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setenv("DISPLAY", ":99")
        with dev.display([dev.Need("Xvfb", ("xvfb",))]) as surroundings:
            assert "DISPLAY" not in surroundings
        assert "real window will be skipped" in capsys.readouterr().out

    def test_an_old_python_is_told_which_is_needed(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys, "version_info", (3, 10, 4))
        monkeypatch.setattr(shutil, "which", lambda name: None)
        with pytest.raises(SystemExit) as ending:
            dev.suitable_python()
        assert ending.value.code == 3
        assert "Python 3.11 or newer" in capsys.readouterr().out

    def test_an_old_python_uses_a_newer_one_that_starts(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        there = {"python3.14": "/nowhere/python3.14", "python3.12": sys.executable}
        monkeypatch.setattr(sys, "version_info", (3, 10, 4))
        monkeypatch.setattr(shutil, "which", there.get)
        monkeypatch.setattr(dev, "version_of", lambda path: path == sys.executable and (3, 12))
        assert dev.suitable_python() == sys.executable


class TestEnvironment:
    def test_one_that_was_made_whole_is_used(self, tmp_path: Path) -> None:
        assert dev.is_usable(made_environment(tmp_path / ".venv"))

    def test_one_that_is_half_made_is_not(self, tmp_path: Path) -> None:
        folder = made_environment(tmp_path / ".venv")
        shutil.rmtree(folder / "lib")
        assert not dev.is_usable(folder)

    def test_one_whose_python_is_gone_is_not(self, tmp_path: Path) -> None:
        folder = made_environment(tmp_path / ".venv")
        python = dev.environment_python(folder)
        python.unlink()
        python.symlink_to(tmp_path / "python-of-the-last-release")
        assert not dev.is_usable(folder)

    def test_one_of_an_old_python_is_not(self, tmp_path: Path) -> None:
        assert not dev.is_usable(made_environment(tmp_path / ".venv", version="3.10.13"))

    def test_one_that_was_moved_here_is_not(self, tmp_path: Path) -> None:
        elsewhere = "python3 -m venv /elsewhere/.venv"
        assert not dev.is_usable(made_environment(tmp_path / ".venv", command=elsewhere))

    def test_nothing_is_started_when_nothing_changed(
        self, checkout: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = made_environment(checkout / ".venv")
        monkeypatch.setattr(dev, "checked", lambda *_: pytest.fail("something was started"))
        dev.stamp(folder, "").write_text(dev.fingerprint(checkout, sys.executable))
        monkeypatch.setattr(dev, "suitable_python", lambda: sys.executable)
        assert dev.environment(checkout, "") == dev.environment_python(folder)

    def test_changed_requirements_are_installed_and_remembered(
        self, checkout: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = made_environment(checkout / ".venv")
        started: list[list[str]] = []
        monkeypatch.setattr(dev, "checked", lambda command, _advice: started.append(command))
        dev.environment(checkout, "dev")
        dev.environment(checkout, "dev")
        dev.environment(checkout, "")  # the tests' environment can run the editor, too
        assert [command[-1] for command in started] == [f"{checkout}[dev]"]

        (checkout / "pyproject.toml").write_text("[project]\nname = 'more'\nversion = '1'\n")
        dev.environment(checkout, "")

        assert len(started) == 2
        assert not dev.is_stamped(folder, "dev", dev.fingerprint(checkout, sys.executable))

    def test_the_lowest_is_one_of_its_own(
        self, checkout: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        needs = "dependencies = ['a', \"b>=1.2,<3; python_version < '4'\"]\n"
        with (checkout / "pyproject.toml").open("a") as project:
            project.write(needs)
        folder = made_environment(checkout / ".venv-lowest")
        started: list[list[str]] = []
        monkeypatch.setattr(dev, "checked", lambda command, _advice: started.append(command))
        python = dev.environment(checkout, "dev", is_lowest=True)
        assert python == dev.environment_python(folder)
        bounds = Path(started[0][started[0].index("--constraint") + 1])
        assert bounds.read_text().split() == ["b==1.2"]
        assert not (checkout / ".venv").exists()

    def test_every_dependency_has_a_lowest(self) -> None:
        project = tomllib.loads((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        extras = project["project"]["optional-dependencies"].values()
        needs = [*project["project"]["dependencies"], *(need for extra in extras for need in extra)]
        names = {re.split(r"[^\w.-]", need)[0] for need in needs}
        assert names <= {
            line.partition("==")[0] for line in dev.lowest(dev.ROOT / "pyproject.toml")
        }

    def test_a_broken_one_is_built_anew(
        self, checkout: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (checkout / ".venv").mkdir()
        started: list[list[str]] = []
        monkeypatch.setattr(dev, "checked", lambda command, _advice: started.append(command))
        dev.environment(checkout, "")
        assert started[0][1:] == ["-m", "venv", "--clear", str(checkout / ".venv")]

    def test_a_failed_installation_is_not_remembered(
        self, checkout: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = made_environment(checkout / ".venv")
        monkeypatch.setattr(dev, "start", lambda command, **_: 1)
        with pytest.raises(SystemExit):
            dev.environment(checkout, "")
        assert not dev.stamp(folder, "").exists()


class TestSteps:
    def test_all_are_run_in_order(self, capfd: pytest.CaptureFixture[str]) -> None:
        commands = {word: [*THIS, f"print({word!r})"] for word in ("one", "two", "three")}
        assert dev.first_failure(commands, dict(os.environ)) == 0
        lines = capfd.readouterr().out.splitlines()
        assert [line for line in lines if "»" not in line] == ["one", "two", "three"]

    def test_the_first_failure_stops_them_and_its_status_is_passed_on(
        self, capfd: pytest.CaptureFixture[str]
    ) -> None:
        commands = {"Lint": [*THIS, "raise SystemExit(7)"], "Tests": [*THIS, "print('ran')"]}
        assert dev.first_failure(commands, dict(os.environ)) == 7
        output = capfd.readouterr().out
        assert "Lint failed with status 7" in output
        assert "ran" not in output.splitlines()

    def test_nothing_is_said_after_pytest(self, capfd: pytest.CaptureFixture[str]) -> None:
        commands = {"Tests": [*THIS, "print('3 failed'); raise SystemExit(1)"]}
        assert dev.first_failure(commands, dict(os.environ)) == 1
        assert capfd.readouterr().out.splitlines()[-1] == "3 failed"

    def test_a_killed_step_counts_as_a_shell_counts_it(self) -> None:
        if os.name != "posix":
            pytest.skip("signals are POSIX's")
        assert dev.start([*THIS, "import os; os.kill(os.getpid(), 9)"]) == 137

    def test_pytest_gets_the_arguments(self, tmp_path: Path) -> None:
        assert dev.steps(tmp_path / "python", ["-k", "mask"])["Tests"][-2:] == ["-k", "mask"]

    def test_each_room_with_a_floor_is_tested_and_held_to_it(self, tmp_path: Path) -> None:
        steps = dev.coverage_steps(tmp_path / "python")
        assert [*steps] == ["Tests", *(f"Coverage of {room}" for room in dev.FLOORS)]
        for room, floor in dev.FLOORS.items():
            assert (dev.ROOT / "inpaint_studio" / room).is_dir()
            assert f"tests/{room}" in steps["Tests"]
            assert f"--fail-under={floor}" in steps[f"Coverage of {room}"]

    def test_with_the_lowest_only_tests_are_run(self, monkeypatch: pytest.MonkeyPatch) -> None:
        run: list[dict[str, list[str]]] = []
        monkeypatch.setattr(dev, "provide", lambda *_: [])
        monkeypatch.setattr(dev, "environment", lambda *_, **how: Path(str(how["is_lowest"])))
        monkeypatch.setattr(dev, "first_failure", lambda commands, _: run.append(commands))
        monkeypatch.setenv("DISPLAY", ":99")
        for arguments in (["--lowest", "-k", "mask"], ["-k", "mask"]):
            dev.test(arguments)
        lowest, usual = run
        assert [*lowest] == ["Tests"]
        assert lowest["Tests"][0] == "True"
        assert lowest["Tests"][-2:] == ["-k", "mask"]
        assert "--lowest" not in lowest["Tests"]
        assert len(usual) > 1


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
def test_an_x_server_of_its_own_runs_while_the_tests_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    with dev.display([]) as surroundings:
        door = f"/tmp/.X11-unix/X{surroundings['DISPLAY'].removeprefix(':')}"
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(door)
    with socket.socket(socket.AF_UNIX) as client, pytest.raises(OSError, match=r"refused|No such"):
        client.connect(door)
