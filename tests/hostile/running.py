"""Runs the program within bounds, and says what came of it."""

import os
import resource
import signal
import subprocess
import tempfile
import time

MIB = 1024 * 1024


class Result:
    def __init__(self, code, out, err, seconds, peak):
        self.code, self.out, self.err, self.seconds, self.peak = code, out, err, seconds, peak

    def __repr__(self):
        return f"exit {self.code}, {self.seconds:.1f} s, {self.peak} MiB\nstdout: {self.out[:600]!r}\nstderr: {self.err[:600]!r}"


class Program:
    def __init__(self, binary):
        self.binary = binary

    def run(self, *args, cwd, stdin=b"", seconds=120, heap=None, virtual=None, user=None):
        """heap: MiB that the collector may take (DOTNET_GCHeapHardLimit); virtual: MiB of address space (ulimit -v)."""
        env = {"PATH": os.environ["PATH"], "HOME": "/tmp", "NO_COLOR": "1"}
        if heap:
            env["DOTNET_GCHeapHardLimit"] = hex(heap * MIB)[2:]

        def limit():
            if virtual:
                resource.setrlimit(resource.RLIMIT_AS, (virtual * MIB, virtual * MIB))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            if user:
                os.setgroups([])
                os.setgid(user)
                os.setuid(user)

        source = stdin if hasattr(stdin, "fileno") else None
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.TemporaryFile() as given:
            if source is None:
                given.write(stdin)
                given.seek(0)
            began = time.monotonic()
            process = subprocess.Popen([self.binary, *args], cwd=cwd, env=env, stdin=source or given, stdout=out, stderr=err, preexec_fn=limit)
            code, usage = self._wait(process, began + seconds)
            taken = time.monotonic() - began
            out.seek(0)
            err.seek(0)
            return Result(code, out.read(50 * MIB), err.read(MIB), taken, usage.ru_maxrss // 1024)

    @staticmethod
    def _wait(process, deadline):
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                process.returncode = os.waitstatus_to_exitcode(status)
                return process.returncode, usage
            if time.monotonic() > deadline:
                os.kill(process.pid, signal.SIGKILL)
                _, _, usage = os.wait4(process.pid, 0)
                process.returncode = -9
                return "timeout", usage
            time.sleep(0.01)
