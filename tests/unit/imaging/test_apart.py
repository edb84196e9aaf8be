"""Photos are developed in a process of its own, which can do no harm and whose fall is told kindly."""

import io
import os
import resource
import runpy
import subprocess
import sys
from types import SimpleNamespace

import pytest
from PIL import Image

from lifeplan_app.frontend.places import ROOT
from lifeplan_app.imaging import answer, apart, child
from lifeplan_app.imaging.apart import develop_apart
from lifeplan_app.imaging.developing import develop
from lifeplan_app.model.errors import (
    PhotoBrokenError,
    PhotoEmptyError,
    PhotoTooHeavyError,
    PhotoTooLargeError,
    PhotoUnreadableError,
    SealError,
)
from tests.unit.imaging import photos

SMALL = photos.saved(photos.drawing((96, 64)), "JPEG", exif=photos.exif(6))


def moving():
    first, second = photos.drawing((32, 32)), Image.new("RGB", (32, 32))
    return photos.saved(first, "WEBP", save_all=True, append_images=[second])


KINDS = {
    "jpeg": photos.talkative_jpeg(),
    "turned": SMALL,
    "several": photos.saved(
        photos.drawing((64, 64)), "MPO", save_all=True, append_images=[photos.drawing((64, 64))]
    ),
    "cmyk": photos.saved(photos.drawing((64, 64), "CMYK"), "JPEG"),
    "png": photos.talkative_png(),
    "webp": photos.talkative_webp(),
    "moving": moving(),
    "heic": photos.HEIC,
}


def says(program):
    """A command that runs *program* in place of ours."""
    return sys.executable, "-c", program


@pytest.mark.parametrize("sent", KINDS.values(), ids=list(KINDS))
def test_the_other_process_gives_what_this_one_would(sent):
    assert develop_apart(sent) == develop(sent)


@pytest.mark.check("W4")
@pytest.mark.parametrize(
    ("sent", "refusal"),
    [
        (b"words", PhotoUnreadableError),
        (SMALL[:900], PhotoBrokenError),
        (photos.png_that_says(20_000, 10_000), PhotoTooLargeError),
    ],
)
def test_what_it_refuses_is_refused_here(sent, refusal):
    with pytest.raises(refusal):
        develop_apart(sent)


@pytest.mark.parametrize(
    ("sent", "refusal"), [(b"", PhotoEmptyError), (bytes(8_000_001), PhotoTooHeavyError)]
)
def test_no_process_is_started_for_what_need_not_be_looked_at(sent, refusal, monkeypatch):
    monkeypatch.setattr(apart, "COMMAND", ("no-such-command",))
    with pytest.raises(refusal):
        develop_apart(sent)


@pytest.mark.check("W4")
@pytest.mark.parametrize("sent", KINDS.values(), ids=list(KINDS))
def test_nothing_is_written_to_the_disk(sent, tmp_path, monkeypatch):
    program = f"""
import os, sys, lifeplan_app.imaging.child as child
os.environ.update(dict.fromkeys(("HOME", "TMPDIR"), {str(tmp_path)!r}))
os.chdir({str(tmp_path)!r})
child.main(sys.stdin.buffer, sys.stdout.buffer)
"""
    monkeypatch.setattr(apart, "COMMAND", says(program))
    assert develop_apart(sent) == develop(sent)
    assert list(tmp_path.iterdir()) == []


def test_no_byte_of_the_photo_is_read_before_everything_is_given_up(monkeypatch):
    done = []
    monkeypatch.setattr(child, "confine", lambda: done.append("confined"))
    source = SimpleNamespace(read=lambda _: done.append("read") or SMALL)
    child.main(source, io.BytesIO())
    assert done == ["confined", "read"]


CONFINED = "from lifeplan_app.imaging import child; import sys, socket, os; child.confine()\n"


@pytest.mark.check("W4")
@pytest.mark.parametrize(
    "attempt",
    [
        "open('/dev/null')",
        "open(sys.argv[1] + '/written', 'w')",
        "os.pipe()",
        "socket.socket()",
        "os.close(0) or open('/dev/null')",
        "os.write(int(sys.argv[2]), b'x')",
        "bytearray(2_000_000_000)",
    ],
)
def test_a_tricked_decoder_opens_nothing_writes_nothing_and_takes_no_more_memory(attempt, tmp_path):
    kept = tmp_path / "already-open"
    with kept.open("wb", buffering=0) as file:
        program = f"{CONFINED}try:\n  {attempt}\nexcept (OSError, MemoryError):\n  print('refused')"
        command = [sys.executable, "-c", program, str(tmp_path), str(file.fileno())]
        told = subprocess.run(
            command, cwd=ROOT, stdout=subprocess.PIPE, pass_fds=[file.fileno()], check=False
        )
    assert told.stdout == b"refused\n"
    assert kept.read_bytes() == b""
    assert list(tmp_path.iterdir()) == [kept]


@pytest.mark.check("W4")
def test_it_knows_nothing_of_the_server(monkeypatch):
    monkeypatch.setenv("DATA", "/somewhere")
    read, write = os.pipe()
    os.set_inheritable(write, True)
    looks = "import os, sys; sys.stdin.read(); print(sorted(os.environ), os.listdir('/proc/self/fd'))"
    monkeypatch.setattr(apart, "COMMAND", says(looks))
    told = apart._ask(b"x").decode()
    os.close(read)
    os.close(write)
    assert "DATA" not in told
    assert "'3'" in told  # the folder it lists
    assert "'4'" not in told


def test_it_goes_before_the_server_when_memory_runs_short(monkeypatch):
    looks = "import sys; sys.stdin.read(); print(open('/proc/self/oom_score_adj').read())"
    monkeypatch.setattr(apart, "COMMAND", says(looks))
    assert apart._ask(b"x").strip() == b"1000"


@pytest.mark.parametrize(
    "program",
    [
        "import os; os.abort()",
        "import sys; sys.stdin.read(); sys.exit(3)",
        "import sys; sys.stdin.close()",
        "import sys; sys.stdout.write('D' * 500)",
        "import sys; sys.stdout.write('Rsealed')",
        "import sys; sys.stdout.buffer.write(b'R\\xff\\xfe')",
    ],
)
def test_a_process_that_falls_or_talks_nonsense_is_told_as_a_broken_photo(program, monkeypatch):
    monkeypatch.setattr(apart, "COMMAND", says(program))
    with pytest.raises(PhotoBrokenError):
        develop_apart(photos.talkative_jpeg() + bytes(3_000_000))


def test_a_process_that_talks_without_end_is_not_listened_to(monkeypatch):
    monkeypatch.setattr(apart, "COMMAND", says("import sys\nwhile True: sys.stdout.write('D' * 100000)"))
    with pytest.raises(PhotoBrokenError):
        develop_apart(b"x")
    assert len(apart._ask(b"x")) == answer.MOST_ANSWERED + 1


@pytest.mark.parametrize(
    "hangs", ["import time; time.sleep(600)", "import sys, time; sys.stdin.read(); time.sleep(600)"]
)
def test_a_process_that_hangs_is_ended_and_told_as_a_broken_photo(hangs, monkeypatch):
    monkeypatch.setattr(apart, "COMMAND", says(hangs))
    monkeypatch.setattr(apart, "PATIENCE", 0.3)
    with pytest.raises(PhotoBrokenError):
        develop_apart(photos.talkative_jpeg() + bytes(3_000_000))


def test_the_server_itself_loads_no_decoder():
    looks = "import sys, lifeplan_app.imaging.apart; print({'PIL', 'pi_heif', '_pi_heif'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", looks], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    assert told.stdout == b"set()\n"


def test_the_other_process_loads_little():
    looks = "import sys, lifeplan_app.imaging.child as c; print({m.split('.')[0] for m in sys.modules})"
    told = subprocess.run([sys.executable, "-c", looks], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    for heavy in (b"reflex", b"sqlalchemy", b"cryptography", b"asyncio", b"pydantic", b"starlette"):
        assert b"'" + heavy + b"'" not in told.stdout


def test_what_the_process_does_is_read_then_confined_then_answered(monkeypatch):
    limits, sink = {}, io.BytesIO()
    monkeypatch.setattr(resource, "setrlimit", limits.__setitem__)
    monkeypatch.setattr(os, "nice", lambda by: by)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(SMALL)))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=sink))
    monkeypatch.delitem(sys.modules, child.__name__)
    runpy.run_module(child.__name__, run_name="__main__")
    assert answer.unpack(sink.getvalue()) == develop(SMALL)
    assert limits == {limit: (most, most) for limit, most in child.LIMITS.items()}


def test_a_limit_that_the_system_does_not_know_stops_nothing(monkeypatch):
    def unknown(*_):
        raise ValueError

    monkeypatch.setattr(resource, "setrlimit", unknown)
    monkeypatch.setattr(os, "nice", lambda by: by)
    child.confine()


def test_an_answer_comes_back_as_it_went():
    developed = develop(SMALL)
    assert answer.unpack(answer.pack(developed)) == developed
    assert answer.unpack(child.answer(SMALL)) == developed
    assert child.answer(b"words") == b"Rphoto_unreadable"


def resized(developed, large=None, small=None, width=None):
    return answer.pack(
        answer.Developed(
            developed.large if large is None else large,
            developed.small if small is None else small,
            developed.width if width is None else width,
            developed.height,
        )
    )


def test_an_answer_that_is_not_what_it_should_be_is_not_believed():
    developed = develop(SMALL)
    whole = answer.pack(developed)
    heavy = b"RIFF" + (400_001).to_bytes(4, "little") + b"WEBP" + bytes(399_997)
    wrong = [
        b"",
        whole[:-1],
        whole + b"\0",
        whole[:9],
        b"X" + whole[1:],
        answer.pack_refusal(SealError()),
        resized(developed, large=b"<html>"),
        resized(developed, small=b""),
        resized(developed, large=heavy),
        resized(developed, small=developed.small + b"<script>"),
        resized(developed, width=0),
        resized(developed, width=1601),
    ]
    for told in wrong:
        with pytest.raises(PhotoBrokenError):
            answer.unpack(told)


def test_every_refusal_crosses():
    for code, refusal in answer.REFUSALS.items():
        with pytest.raises(refusal) as told:
            answer.unpack(answer.pack_refusal(refusal()))
        assert told.value.code == code
