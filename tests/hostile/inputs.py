"""Input made to exhaust, confuse or lead astray: bounded memory and time, clear words, the right exit code."""

import os
import socket
import stat
import threading
import time

TESTS = []

# MiB of heap within which all small hostile input must be handled, and of address space; see "the least memory".
HEAP = 64
VIRTUAL = 1024

MANIFEST = """connectorlint: 1
tenant: contoso
inboundConnectors:
  - {name: In, connectorType: Partner, senderDomains: [bank.example], requireTls: true}
"""


def test(function):
    TESTS.append(function)
    return function


def big(function):
    function.is_big = True
    return test(function)


@test
def the_least_memory(c):
    """The smallest ulimit -v in which the runtime starts and a file is linted: with the heap bounded, and without."""
    c.write("a.yaml", MANIFEST)
    notes = []
    for heap in (None, HEAP, 16):
        low, high = 16, 600 * 1024
        while high - low > max(8, low // 50):
            middle = (low + high) // 2
            works = c.program.run(".", cwd=c.folder, heap=heap, virtual=middle).code == 0
            low, high = (low, middle) if works else (middle, high)
        notes.append(f"{high} MiB {'with a heap of ' + str(heap) + ' MiB' if heap else 'as it is'}")
    c.expect(0, "", ".", heap=HEAP, virtual=VIRTUAL)
    return "smallest ulimit -v: " + ", ".join(notes)


@test
def too_little_memory_is_said(c):
    # Below 40 MiB the runtime itself breaks instead of giving word.
    c.write("a.yaml", "connectorlint: 1\ntenant: a\nx-list:\n" + "- {a: 1, b: 2}\n" * 1_000_000)
    c.expect(2, "there is not enough memory for these files", ".", heap=HEAP)


@test
def an_alias_bomb(c):
    text = "connectorlint: 1\ntenant: a\nx-a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for i in range(1, 100):
        text += f"x-a{i}: &a{i} [" + ", ".join([f"*a{i - 1}"] * 9) + "]\n"
    c.write("a.yaml", text)
    result = c.expect(1, ["CL0911", "10,000,000 values"], ".", heap=HEAP, virtual=VIRTUAL, seconds=60)
    return f"{result.seconds:.1f} s, {result.peak} MiB"


@test
def a_bomb_of_merge_keys(c):
    text = "connectorlint: 1\ntenant: a\nx-a0: &a0 {x: 1}\n"
    for i in range(1, 60):
        text += f"x-a{i}: &a{i} {{k{i}: 1, <<: [*a{i - 1}, *a{i - 1}]}}\n"
    c.write("a.yaml", text)
    result = c.expect(1, "CL0911", ".", heap=HEAP * 8, seconds=60)
    return f"{result.seconds:.1f} s, {result.peak} MiB"


@test
def deep_nesting(c):
    peak = 0
    for name, text in (
        ("a.yaml", "connectorlint: 1\ntenant: a\nx-a: " + "[" * 1_000_000),
        ("a.yaml", "connectorlint: 1\ntenant: a\nx-a: " + "{a: " * 1_000_000),
        ("a.yaml", "connectorlint: 1\ntenant: a\nx-a:\n" + "- " * 1_000_000),
        ("a.yaml", "connectorlint: 1\ntenant: a\n" + "".join(" " * i + "a:\n" for i in range(3000))),
        ("a.json", '{"connectorlint": 1, "x-a": ' + "[" * 1_000_000),
        ("a.json", '{"connectorlint": 1, "x-a": ' + '{"a":' * 1_000_000),
    ):
        c.write(name, text)
        peak = max(peak, c.expect(1, "CL0911", ".", heap=HEAP, virtual=VIRTUAL, seconds=60).peak)
        for command in (["convert", "."], ["advise", "."], ["graph", "."], ["report", ".", "-o", "-"], ["diff", name, name], ["trace", name, "--from", "a@b.example", "--to", "c@d.example"]):
            c.run(*command, heap=HEAP * 2, seconds=60)
        os.remove(c.path(name))
    return f"{peak} MiB"


@test
def nested_powershell(c):
    # No reader of scripts is reached from the command line; a name that holds one is a text.
    c.write("a.json", '{"connectorlint": 1, "tenant": "a", "inboundConnectors": [{"name": "' + "$(" * 100_000 + '"}]}')
    c.run(".", heap=HEAP, virtual=VIRTUAL)
    c.run("convert", "--to", "powershell", ".", heap=HEAP * 2)


def gib(path, piece):
    block = piece * (1024 * 1024 // len(piece))
    with open(path, "ab") as file:
        for _ in range(1024):
            file.write(block)


@big
def a_gibibyte_of_one_line(c):
    path = c.write("a.yaml", MANIFEST + "x-line: ")
    gib(path, b"a")
    result = c.expect(1, ["CL0911", "256 MiB"], ".", heap=HEAP, virtual=VIRTUAL, seconds=60)
    named = c.expect(2, "larger than 256 MiB", "a.yaml", heap=HEAP, virtual=VIRTUAL, seconds=60)
    with open(path, "rb") as file:
        piped = c.expect(2, "larger than 256 MiB", "-", stdin=file, heap=1536, seconds=120)
    for command in (["convert"], ["advise"], ["graph"], ["init"], ["diff", "a.yaml"]):
        c.run(*command, "a.yaml", heap=HEAP, virtual=VIRTUAL, seconds=60)
    with open(path, "rb") as file:
        c.expect(2, "MiB", "diagnose", "-", stdin=file, heap=1536, seconds=120)
    with open(path, "rb") as file:
        batch = c.run("trace", "--batch", "-", "--from", "a@b.example", "--to", "a@b.example", stdin=file, heap=HEAP, seconds=120)
    return f"found: {result.seconds:.1f} s, {result.peak} MiB; named: {named.seconds:.1f} s, {named.peak} MiB; piped: {piped.seconds:.1f} s, {piped.peak} MiB; trace --batch: {batch.peak} MiB"


@big
def a_gibibyte_of_small_documents(c):
    path = c.write("a.yaml", "")
    gib(path, b"---\nconnectorlint: 1\ntenant: contoso\n# 45678\n...\n#890123456789\n")
    result = c.expect(1, ["CL0911", "256 MiB"], ".", heap=HEAP, virtual=VIRTUAL, seconds=60)
    return f"{result.seconds:.1f} s, {result.peak} MiB"


@big
def the_most_that_is_read_of_one_line(c):
    c.write("a.yaml", MANIFEST.encode() + b"x-line: " + b"a" * (255 * 1024 * 1024))
    result = c.run(".", heap=6 * 1024, seconds=300)
    return f"exit {result.code}, {result.seconds:.1f} s, {result.peak} MiB"


@big
def the_most_that_is_read_of_small_documents(c):
    c.write("a.yaml", b"---\nconnectorlint: 1\ntenant: contoso\nx-a: 1\n" * (120 * 1024 * 1024 // 45))
    result = c.run(".", "-q", "--format", "concise", heap=8 * 1024, seconds=600)
    return f"120 MiB: exit {result.code}, {result.seconds:.1f} s, {result.peak} MiB"


@big
def a_million_findings(c):
    c.write("a.yaml", "connectorlint: 1\ntenant: a\ninboundConnectors:\n" + "- {name: A, x: 1}\n" * 300_000)
    result = c.run(".", "--format", "concise", heap=4 * 1024, seconds=600)
    return f"{result.out.count(10)} lines: {result.seconds:.1f} s, {result.peak} MiB"


@test
def NUL_bytes(c):
    c.write("clean.yaml", MANIFEST)
    c.write("a.yaml", MANIFEST.encode().replace(b"Partner", b"Part\0ner"))
    c.expect(1, ["CL0912", "is a binary file"], ".", heap=HEAP, virtual=VIRTUAL)
    c.expect(2, "is a binary file", "a.yaml", heap=HEAP, virtual=VIRTUAL)
    c.write("b.yaml", b"\0" * 10_000_000)
    c.run("b.yaml", heap=HEAP, virtual=VIRTUAL)


@test
def lone_surrogates(c):
    c.write("clean.yaml", MANIFEST)
    c.write("a.json", '{"connectorlint": 1, "tenant": "a", "inboundConnectors": [{"name": "\\ud800", "connectorType": "Partner\\udc00", "senderDomains": ["\\ud83d.example"]}]}')
    for format in ("text", "json", "sarif", "github", "gitlab", "azure", "junit", "checkstyle", "markdown", "concise"):
        result = c.run(".", "--format", format, heap=HEAP, virtual=VIRTUAL, codes=(1,))
        result.out.decode("utf-8")
    for command in (["convert"], ["graph"], ["advise"], ["report", "-o", "-"]):
        c.run(*command, ".", heap=HEAP * 2).out.decode("utf-8")
    c.write("a.json", b'{"connectorlint": 1, "tenant": "\xed\xa0\x80"}')
    c.expect(1, ["CL0912", "is not valid UTF-8: byte 0xED at line 1, column"], ".", heap=HEAP, virtual=VIRTUAL)
    c.write("a.json", '{"connectorlint": 1, "tenant": "a'.encode("utf-16") + b"\x00\xd8" + '"}'.encode("utf-16-le"))
    c.expect(1, ["CL0912", "half a surrogate pair"], ".", heap=HEAP, virtual=VIRTUAL)


@test
def invalid_UTF_8(c):
    c.write("clean.yaml", MANIFEST)
    for bad, words in ((b"\xff", "byte 0xFF"), (b"\xc0\xaf", "byte 0xC0"), (b"\xf5\x80\x80\x80", "byte 0xF5"), (b"\xe2\x82", "byte 0xE2")):
        c.write("a.yaml", MANIFEST.encode() + b"x-a: '" + bad + b"'\n")
        c.expect(1, ["CL0912", words], ".", heap=HEAP, virtual=VIRTUAL)
        c.expect(2, words, "a.yaml", heap=HEAP, virtual=VIRTUAL)
        before = c.read("a.yaml")
        c.run(".", "--fix", "--unsafe-fixes", heap=HEAP, virtual=VIRTUAL)
        c.check(c.read("a.yaml") == before, "a file that can't be read was changed")


@test
def encodings(c):
    for name, encode in (("utf-8-sig", None), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("utf-16-le", b""), ("utf-16-be", b"")):
        c.write("a.yaml", (encode or b"") + MANIFEST.encode(name))
        c.expect(0, "1 info", "a.yaml", heap=HEAP, virtual=VIRTUAL)
    for name, mark in (("utf-32-le", b"\xff\xfe\0\0"), ("utf-32-be", b"\0\0\xfe\xff")):
        c.write("a.yaml", mark + MANIFEST.encode(name))
        c.expect(2, "UTF-32", "a.yaml", heap=HEAP, virtual=VIRTUAL)
        c.write("a.yaml", MANIFEST.encode(name))
        c.expect(2, "binary file", "a.yaml", heap=HEAP, virtual=VIRTUAL)


@test
def pipes_and_sockets_in_a_folder(c):
    c.write("a.yaml", MANIFEST)
    os.mkfifo(c.path("pipe.yaml"))
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(c.path("socket.yaml"))
    os.symlink("pipe.yaml", c.path("link.yaml"))
    c.expect(0, "1 info", ".", seconds=20)
    for command in (["convert"], ["advise"], ["graph"], ["report", "-o", "-"], ["init"], ["diff", "."]):
        c.run(*command, ".", seconds=20)
    c.expect(2, "socket.yaml", "socket.yaml", seconds=20)
    listener.close()


@test
def a_named_pipe_with_a_writer_is_read(c):
    os.mkfifo(c.path("pipe.yaml"))

    def feed():
        with open(c.path("pipe.yaml"), "w") as pipe:
            pipe.write(MANIFEST)

    writer = threading.Thread(target=feed, daemon=True)
    writer.start()
    c.expect(0, "1 info", "pipe.yaml", seconds=20)


@test
def devices(c):
    c.write("a.yaml", MANIFEST)
    for device, words in (("/dev/zero", "256 MiB"), ("/dev/urandom", "256 MiB"), ("/dev/null", "empty"), ("/proc/self/mem", "/proc/self/mem"), ("/proc/self/environ", ""), ("/dev/full", "256 MiB")):
        if os.path.exists(device):
            c.expect(2, words, device, heap=1024, seconds=120)
    for output in ("/dev/full",):
        c.expect(2, "could not be written", ".", "--output", output)
    c.run(".", "--output", "/dev/null")
    c.check(stat.S_ISCHR(os.stat("/dev/null").st_mode), "/dev/null was replaced")


@test
def device_files_in_a_folder(c):
    c.root()
    c.write("a.yaml", MANIFEST)
    try:
        os.mknod(c.path("zero.yaml"), stat.S_IFCHR | 0o666, os.makedev(1, 5))
    except PermissionError:
        return "no device can be made here"
    result = c.expect(0, "1 info", ".", heap=HEAP, virtual=VIRTUAL, seconds=20)
    return f"{result.peak} MiB"


@test
def links_in_circles_and_out_of_the_root(c):
    c.write("in/a.yaml", MANIFEST)
    os.mkdir(c.path("in/.git"))
    c.write("out/secret.yaml", "connectorlint: 1\ntenant: secret\nsecret: hush\n")
    os.symlink(".", c.path("in/self"))
    os.symlink("b", c.path("in/c"))
    os.symlink("c", c.path("in/b"))
    os.symlink("x.yaml", c.path("in/y.yaml"))
    os.symlink("y.yaml", c.path("in/x.yaml"))
    os.symlink("../out", c.path("in/out"))
    os.symlink("../out/secret.yaml", c.path("in/secret.yaml"))
    os.symlink("/", c.path("in/root"))
    os.symlink("/proc/self/root", c.path("in/again"))
    os.symlink("/etc/passwd", c.path("in/passwd.yaml"))
    os.symlink("/dev/zero", c.path("in/zero.yaml"))
    result = c.expect(1, ["not followed unless it is named", "in/self"], "in", heap=HEAP, virtual=VIRTUAL, seconds=20)
    c.check(b"hush" not in result.out + result.err and b"root:x" not in result.out + result.err, "something outside was read", result)
    c.expect(1, "secret is not a key", "in", "in/secret.yaml", seconds=20)


@test
def a_file_that_changes_while_it_is_read(c):
    long = (MANIFEST + "x-list:\n" + "- abcdefgh\n" * 400_000).encode()
    path = c.write("a.yaml", long)
    stop = threading.Event()

    def shrink_and_grow():
        while not stop.is_set():
            with open(path, "r+b") as file:
                file.truncate(40)
                time.sleep(0.002)
                file.seek(0)
                file.write(long)
            time.sleep(0.001)

    thread = threading.Thread(target=shrink_and_grow)
    thread.start()
    try:
        for i in range(25):
            c.run(".", *(["--fix"] if i % 5 == 4 else []), seconds=60)
            c.run("a.yaml", seconds=60)
    finally:
        stop.set()
        thread.join()
    return "50 runs"


@test
def a_file_that_disappears(c):
    stop = threading.Event()
    for i in range(50):
        c.write(f"{i}.yaml", MANIFEST)

    def come_and_go():
        while not stop.is_set():
            for i in range(50):
                os.remove(c.path(f"{i}.yaml"))
                c.write(f"{i}.yaml", MANIFEST)

    thread = threading.Thread(target=come_and_go)
    thread.start()
    try:
        for _ in range(20):
            c.run(".", seconds=60)
    finally:
        stop.set()
        thread.join()


@big
def a_folder_of_a_million_files(c):
    c.write("tenant.yaml", MANIFEST)
    os.mkdir(c.path("many"))
    for i in range(1_000_000):
        os.close(os.open(c.path(f"many/{i}.yaml"), os.O_CREAT | os.O_WRONLY))
    for i in range(0, 1_000_000, 10):
        with open(c.path(f"many/{i}.yaml"), "w") as file:
            file.write("a: 1\n")
    result = c.expect(0, "1 info", ".", heap=1024, seconds=600)
    return f"{result.seconds:.1f} s, {result.peak} MiB"


@test
def names_that_drive_a_terminal(c):
    evil = "\x1b[31mred\x1b]0;title\x07\r\n\x7f\u009b1m\u202e"
    spelled = "".join(f"\\u{ord(x):04x}" for x in evil)
    c.write(f"{evil}.yaml", f'connectorlint: 1\ntenant: "{spelled}"\ninboundConnectors:\n  - {{name: "{spelled}", connectorType: "{spelled}", "{spelled}": 1}}\n# {chr(27)}[31m\n"{spelled}": 1\n')
    for format in ("text", "json", "sarif", "github", "gitlab", "azure", "junit", "checkstyle", "markdown", "concise"):
        c.run(".", "--format", format, "--list-files", "--statistics")
    for command in (["convert"], ["convert", "--to", "dsc"], ["convert", "--to", "powershell"], ["graph"], ["advise"], ["report", "-o", "-"], ["diagnose", f"5.7.64 {evil}"], ["diff", "."], ["trace", "--from", f"{evil}@b.example", "--to", "a@b.example"]):
        c.run(*command, ".")
    os.symlink("gone", c.path("\x1b[31m.yaml"))
    os.mkdir(c.path("\x1b[32m"))
    os.symlink(".", c.path("\x1b[32m/loop"))
    c.run(".")
    c.run("\x1b[31mno\nsuch")


@test
def names_that_are_no_UTF_8(c):
    path = os.path.join(c.folder.encode(), b"bad\xff\xfe.yaml")
    with open(path, "wb") as file:
        file.write(MANIFEST.encode())
    c.write("b.yaml", MANIFEST)
    result = c.run(".", "--list-files")
    result.out.decode("utf-8")
    return f"exit {result.code}"


@test
def an_editor_that_talks_nonsense(c):
    for stdin in (b"Content-Length: 99999999999999\r\n\r\n{", b"Content-Length: -1\r\n\r\n", b"\0" * 1_000_000, b"Content-Length: 2147483647\r\n\r\n{}", b"A" * 20_000_000, b"Content-Length: 1000000\r\n\r\n" + b"[" * 1_000_000):
        result = c.run("lsp", stdin=stdin, heap=256, seconds=60)
        c.check(result.code in (1, 2), "no orderly end", result)


@test
def messages_without_end(c):
    c.write("a.yaml", MANIFEST)
    result = c.run("trace", "a.yaml", "--batch", "-", stdin=b'{"from":"' + b"a" * 50_000_000, heap=HEAP, virtual=VIRTUAL, seconds=60)
    c.check(result.code == 2 and b"longer than" in result.err, "words about the length expected", result)
    result = c.run("trace", "a.yaml", "--batch", "-", stdin=b'{"x":1}\n' * 300_000, heap=HEAP, virtual=VIRTUAL, seconds=120)
    c.check(result.code == 2 and result.err.count(b"\n") < 30, "few complaints expected", result)


@test
def bounces_that_are_long(c):
    c.write("a.yaml", MANIFEST)
    for text in (b"5.7.1 " * 500_000, b"From: " * 500_000 + b"postmaster", b"Received: from [" * 200_000, b"to=<a@" * 300_000, b"Received: from x (1.2.3.4) \n " * 100_000, b"CN=" + b"a." * 1_000_000):
        result = c.run("diagnose", "-", "a.yaml", stdin=text, heap=512, seconds=60)
    return f"{result.seconds:.1f} s"


@test
def globs_that_take_long(c):
    c.write("a" * 200 + ".yaml", MANIFEST)
    c.write(".connectorlint.yaml", "exclude: [\"" + "*a" * 1000 + "b\", \"" + "**/" * 1000 + "b\", \"" + "[a-z]*" * 500 + "!\"]\n")
    c.write(".gitignore", "*a" * 1000 + "b\n" + "**/a" * 500 + "\n")
    c.run(".", seconds=20)
