"""The tests of scripts/test-hostile."""

import os
import re
import shutil
import sys
import tempfile
import traceback

import faults
import inputs
from running import Program

CONTROL = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xa8-\xae]|\xe2\x81[\xa6-\xa9]")


class Skip(Exception):
    pass


class Context:
    """A folder of a test's own, and the program in it."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def run(self, *args, **options):
        options.setdefault("cwd", self.folder)
        codes = options.pop("codes", (0, 1, 2))
        result = self.program.run(*args, **options)
        self.check(result.code != "timeout", "it does not end in time", result)
        self.check(b"   at " not in result.err and b"internal error" not in result.err and b"Unhandled" not in result.err, "a stack trace or an internal error", result)
        self.check(result.code in codes, "an exit code that is none of ours", result)
        self.check(not CONTROL.search(result.err), "a control character on standard error", result)
        self.check(not CONTROL.search(result.out), "a control character on standard output", result)
        return result

    def expect(self, code, words, *args, **options):
        """Exit code, and words in what it prints."""
        result = self.run(*args, **options)
        self.check(result.code == code, f"exit code {code} expected", result)
        for word in [words] if isinstance(words, str) else words:
            self.check(word.encode() in result.out + result.err, f"the words {word!r} expected", result)
        return result

    @staticmethod
    def check(holds, otherwise, result=None):
        if not holds:
            raise AssertionError(f"{otherwise}\n{result}" if result else otherwise)

    @staticmethod
    def root():
        if os.geteuid() != 0:
            raise Skip("needs root")


def main():
    program = Program(sys.argv[1])
    only = os.environ.get("ONLY", "").split()
    big = os.environ.get("BIG", "1") != "0"
    passed = failed = skipped = 0
    for test in [*inputs.TESTS, *faults.TESTS]:
        name = test.__name__.replace("_", " ")
        if only and not all(word in name for word in only):
            continue
        if getattr(test, "is_big", False) and not big:
            skipped += 1
            continue
        folder = tempfile.mkdtemp(prefix="connectorlint-hostile-")
        os.chmod(folder, 0o755)
        os.mkdir(os.path.join(folder, ".git"))
        try:
            note = test(Context(program, folder))
            passed += 1
            print(f"passed: {name}{f' ({note})' if note else ''}", flush=True)
        except Skip as skip:
            skipped += 1
            print(f"skipped: {name}: {skip}", flush=True)
        except Exception:
            failed += 1
            print(f"FAILED: {name}\n{traceback.format_exc()}", flush=True)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 0 if failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
