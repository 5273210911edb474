"""Nobody touches a key: bytes, CPU and wake-ups while the plan is shown, and while a form is open."""

from functools import partial

from tests.bench.groups.forms import KEY_RESULT
from tests.bench.pressing import steps
from tests.bench.process import cpu_ms, wake_ups
from tests.bench.programs import Bench, Running
from tests.bench.rows import Figure, Row, Sample, in_turn


def measure(bench: Bench) -> list[Row]:
    rounds = max(1, bench.rounds // 3)
    with bench.ours() as ours, bench.floor() as floor:
        rows = in_turn(rounds, _figures("the plan"), partial(rest, bench, ours), partial(rest, bench, floor))
        steps(ours.terminal, *KEY_RESULT, "e")
        steps(floor.terminal, "e")
        return [*rows, *in_turn(rounds, _figures("a form"), partial(rest, bench, ours), partial(rest, bench, floor))]


def _figures(shown: str) -> tuple[Figure, ...]:
    return (
        Figure("bytes", f"idle in {shown}: bytes a second", "B", most=0),
        Figure("cpu", f"idle in {shown}: CPU a second", ratio=1.0),
        Figure("wake_ups", f"idle in {shown}: wake-ups a second", "", most=10),
    )


def rest(bench: Bench, program: Running) -> Sample:
    """Look on while nothing is done."""
    terminal = program.terminal
    terminal.settle(0.4, 0.4)
    before, cpu, woken = len(terminal.parts), cpu_ms(program.pid), wake_ups(program.pid)
    terminal.read_for(bench.idle)
    return {
        "bytes": sum(len(part.data) for part in terminal.parts[before:]) / bench.idle,
        "cpu": (cpu_ms(program.pid) - cpu) / bench.idle,
        "wake_ups": (wake_ups(program.pid) - woken) / bench.idle,
    }
