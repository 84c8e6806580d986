"""What goes wrong around the program: full disks, permissions, closed pipes, signals. A file is the old one or the new one."""

import glob
import os
import random
import shutil
import signal
import subprocess
import time

TESTS = []
NOBODY = 65534

# A finding that --fix mends, one that needs a decision, and one that is missing.
BROKEN = """connectorlint: 1
tenant: contoso
topology:
  subscription: exchangeOnline
  mailboxes: cloud
  onPremises: {server: none}
  acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]
inboundConnectors:
  - {name: In, connectorTyp: Partner, senderDomains: [bank.example], requireTls: "true"}
"""

# A baseline too, so that all commands take it for what they are to replace.
OLD = b'{"version": 1, "findings": []}\n'

WRITERS = {
    "output": (".", "--output", "{file}"),
    "format": (".", "--format", "sarif={file}"),
    "html": ("report", ".", "--output", "{file}"),
    "convert": ("convert", "a.yaml", "--output", "{file}"),
    "graph": ("graph", "a.yaml", "--output", "{file}"),
    "baseline": (".", "--write-baseline", "--baseline", "{file}"),
}


def test(function):
    TESTS.append(function)
    return function


def unchanged(c, before):
    for name, content in before.items():
        c.check(c.read(name) == content, f"{name} is no longer the old file")
    left = [path for path in glob.glob(c.path("**/.*"), recursive=True) if path.endswith(".tmp")]
    c.check(not left, f"left behind: {left}")


def in_place(c, **options):
    """The commands that write over what they read."""
    before = {"a.yaml": c.read("a.yaml")}
    for command in (["--fix", "--unsafe-fixes"], ["--write-suppressions", "--reason", "a test"]):
        result = c.run(".", *command, **options)
        c.check(result.code == 2 and b"could not be written" in result.err + result.out, "exit code 2 and words expected", result)
        unchanged(c, before)


class Mount:
    """A small file system of a test's own."""

    def __init__(self, c, options):
        c.root()
        self.path, self.options = c.folder, options

    def __enter__(self):
        if subprocess.run(["mount", "-t", "tmpfs", "-o", self.options, "tmpfs", self.path], capture_output=True).returncode != 0:
            from hostile import Skip
            raise Skip("nothing can be mounted here")
        os.mkdir(os.path.join(self.path, ".git"))
        return self

    def remount(self, options):
        subprocess.run(["mount", "-o", "remount," + options, self.path], check=True)

    def __exit__(self, *_):
        subprocess.run(["umount", "-l", self.path], check=True)


def fill(c):
    with open(c.path("filler"), "wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 512)
        except OSError:
            pass


@test
def a_full_disk(c):
    with Mount(c, "size=64k,mode=755"):
        c.write("a.yaml", BROKEN + "# " + "x" * 5000 + "\n")
        c.write("old", OLD)
        fill(c)
        in_place(c)
        for name, command in WRITERS.items():
            result = c.run(*[part.format(file="old") for part in command])
            c.check(result.code == 2 and b"could not be written" in result.err, f"{name}: exit code 2 and words expected", result)
            unchanged(c, {"old": OLD})
            result = c.run(*[part.format(file="new") for part in command])
            c.check(result.code == 2 and b"could not be written" in result.err, f"{name}: exit code 2 and words expected", result)
            c.check(not os.path.exists(c.path("new")), f"{name}: a part of a file was left")
        result = c.run("init", "other.yaml")
        c.check(result.code == 2, "init: exit code 2 expected", result)


@test
def no_space_for_the_console(c):
    c.write("a.yaml", BROKEN)
    for command in (["."], [".", "--format", "json"], ["rules"], ["explain", "CL1001"], ["convert", "a.yaml"], ["report", ".", "-o", "-"], ["--help"], ["schema", "tenant"], ["graph", "a.yaml"], ["advise", "."]):
        with open("/dev/full", "wb") as full:
            process = subprocess.run([c.program.binary, *command], cwd=c.folder, stdout=full, stderr=subprocess.PIPE, timeout=60)
        c.check(process.returncode == 2 and b"could not be written" in process.stderr and b"   at " not in process.stderr, f"{command}: exit {process.returncode}, {process.stderr!r}")


@test
def a_read_only_file_system(c):
    with Mount(c, "size=1m,mode=755") as mount:
        c.write("a.yaml", BROKEN)
        c.write("old", OLD)
        mount.remount("ro")
        c.expect(1, "CL0001", ".")
        in_place(c)
        for name, command in WRITERS.items():
            result = c.run(*[part.format(file="old") for part in command])
            c.check(result.code == 2 and b"could not be written" in result.err, f"{name}: exit code 2 and words expected", result)
            unchanged(c, {"old": OLD})
        c.check(c.run("init", "other.yaml").code == 2, "init: exit code 2 expected")
        c.check(c.run("hook", "install").code == 2, "hook: exit code 2 expected")


@test
def files_of_somebody_else(c):
    c.root()
    c.write("a.yaml", BROKEN)
    c.write("old", OLD)
    c.write("closed/a.yaml", BROKEN)
    c.write("secret.yaml", BROKEN)
    os.chmod(c.path("closed"), 0o700)
    os.chmod(c.path("secret.yaml"), 0o600)
    # What can't be read is said, and is no ground for "missing".
    c.expect(1, ["CL0912", "permission denied"], ".", user=NOBODY)
    c.expect(2, "permission denied", "secret.yaml", user=NOBODY)
    c.expect(2, "closed", "closed", user=NOBODY)
    os.remove(c.path("secret.yaml"))
    shutil.rmtree(c.path("closed"))
    in_place(c, user=NOBODY)
    for name, command in WRITERS.items():
        result = c.run(*[part.format(file="old") for part in command], user=NOBODY)
        c.check(result.code == 2 and b"permission denied" in result.err, f"{name}: exit code 2 and words expected", result)
        unchanged(c, {"old": OLD})
    c.check(c.run("init", "other.yaml", user=NOBODY).code == 2, "init: exit code 2 expected")


@test
def a_folder_that_may_be_written_and_a_file_that_may_not(c):
    c.root()
    c.write("a.yaml", BROKEN)
    os.chmod(c.path("a.yaml"), 0o444)
    os.chown(c.folder, NOBODY, NOBODY)
    os.chown(c.path("a.yaml"), NOBODY, NOBODY)
    in_place(c, user=NOBODY)


@test
def a_closed_pipe(c):
    c.write("a.yaml", "connectorlint: 1\ntenant: a\ninboundConnectors:\n" + "- {name: A, x: 1}\n" * 20_000)
    messages = c.write("m", b'{"from":"a@b.example","to":"c@d.example"}\n' * 50_000)
    for command in (["."], [".", "--format", "concise"], [".", "--format", "json"], [".", "--format", "sarif"], [".", "--format", "junit"], ["rules"], ["convert", "a.yaml"], ["convert", "a.yaml", "--to", "powershell"], ["report", ".", "-o", "-"], ["graph", "a.yaml"], ["trace", "a.yaml", "--batch", messages], [".", "--list-files"], [".", "--diff"], ["explain", "CL1001"], ["schema", "tenant"], ["--help"]):
        process = subprocess.Popen([c.program.binary, *command], cwd=c.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.readline()
        process.stdout.close()
        error = process.stderr.read()
        code = process.wait(timeout=60)
        c.check(code in (0, 1, 2, -signal.SIGPIPE) and b"   at " not in error and b"error: " not in error, f"{command}: exit {code}, {error!r}")
    process = subprocess.run([c.program.binary, "."], cwd=c.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=lambda: (os.close(1), os.close(2)), timeout=60)
    c.check(process.returncode in (0, 1, 2), f"without standard streams: exit {process.returncode}")


@test
def an_interrupt_in_the_middle_of_fix(c):
    files = {f"t{i}/a.yaml": BROKEN.replace("contoso\n", f"t{i}\n", 1) + "".join(f"  - {{name: N{j}, connectorTyp: Partner, senderDomains: [d{j}.example]}}\n" for j in range(20)) for i in range(200)}
    for name, text in files.items():
        c.write(name, text)
    began = time.monotonic()
    c.run(".", "--fix", "-q", "--format", "concise", seconds=300)
    whole = time.monotonic() - began
    fixed = {name: c.read(name) for name in files}
    c.check(all(fixed[name] != text.encode() for name, text in files.items()), "nothing was fixed")
    random.seed(1)
    mixed = 0
    for attempt in range(30):
        for name, text in files.items():
            c.write(name, text)
        process = subprocess.Popen([c.program.binary, ".", "--fix", "-q", "--format", "concise"], cwd=c.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        # Most near the end, where files are written.
        time.sleep(whole * (random.uniform(0.5, 1.05) if attempt % 3 else random.uniform(0, 1)))
        process.send_signal(signal.SIGINT if attempt % 2 else signal.SIGTERM)
        error = process.communicate(timeout=60)[1]
        c.check(b"   at " not in error, f"a stack trace: {error!r}")
        new = 0
        for name, text in files.items():
            content = c.read(name)
            c.check(content in (text.encode(), fixed[name]), f"{name} is neither the old file nor the new")
            new += content == fixed[name]
        mixed += 0 < new < len(files)
        for path in glob.glob(c.path("*/.*.tmp")):
            os.remove(path)
    return f"30 interrupts, {mixed} of them between the first file and the last"
