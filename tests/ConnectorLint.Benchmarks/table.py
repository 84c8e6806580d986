#!/usr/bin/env python3
"""The table of scripts/bench: whole processes in turns (A B A B ...), medians and peak memory; and its history.

    table.py BINARY FOLDER HISTORY [--accept]

FOLDER has what scripts/bench made. A row goes to HISTORY unless a figure is more than 10 % worse than in the last row of the same machine;
--accept appends it all the same. Compared are only figures of one run: so many times the hello world, so many times the event loop, and memory.
Milliseconds of a shared machine drift by more than that from hour to hour.
"""
import datetime
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

LINT = str(pathlib.Path(sys.argv[1]).resolve())
FOLDER = pathlib.Path(sys.argv[2]).resolve()
HISTORY = pathlib.Path(sys.argv[3])
LIMIT = 1.10
# Of all figures the smaller is the better.
COLUMNS = ["date", "commit", "machine", "start_x_hello", "lint_yaml_x_events", "lint_json_x_events", "process_yaml_x_events", "two_threads_x_one", "yaml_mib", "fleet_mib"]


def run(command):
    """Wall seconds and peak MiB of one process; findings are no failure."""
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    elapsed = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: exit code {child.returncode}")
    return elapsed, usage.ru_maxrss / 1024


def in_turns(rows, rounds, budget):
    """The median of each row. A row that has used up its seconds sits out the later rounds; the first run warms the caches, unless it is the only one."""
    runs = {name: [] for name, _ in rows}
    for _ in range(rounds + 1):
        for name, command in rows:
            if sum(elapsed for elapsed, _ in runs[name]) < budget:
                runs[name].append(run(command))
    return {name: (statistics.median(t for t, _ in taken[1:] or taken) * 1000, max(m for _, m in taken), len(taken[1:] or taken)) for name, taken in runs.items()}


def machine():
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text())[1]) / 1048576
    return f"{model[1] if model else os.uname().machine}, {os.cpu_count()} processors, {memory:.0f} GiB"


figures = str(FOLDER / "figures" / "figures")
tenant, yaml = str(FOLDER / "tenant" / "tenant.yaml"), str(FOLDER / "one-yaml" / "t0.yaml")
hello = "a native hello world"
start = [
    (hello, [str(FOLDER / "hello" / "out" / "hello")]),
    ("connectorlint --version", [LINT, "--version"]),
    ("connectorlint, one tenant", [LINT, tenant]),
]
large = [
    ("YamlDotNet's bare event loop, native", [figures, "events", yaml]),
    ("connectorlint", [LINT, yaml]),
    ("connectorlint, the same in JSON", [LINT, str(FOLDER / "one-json")]),
]
many = [
    ("2,000 tenants of 4 KB, one thread", [LINT, "--jobs", "1", str(FOLDER / "files")]),
    ("2,000 tenants of 4 KB, two threads", [LINT, "--jobs", "2", str(FOLDER / "files")]),
    ("a fleet of 1,000 tenants in 2,000 files", [LINT, str(FOLDER / "fleet-1000")]),
]
# Linters of others: the syntax and style of YAML, and a ruleset of five simple rules on connectors.
yamllint, spectral = shutil.which("yamllint"), FOLDER / "others" / "node_modules" / "@stoplight" / "spectral-cli" / "dist" / "index.js"
if yamllint:
    others = [yamllint, "-d", "{extends: default, rules: {line-length: disable}}"]
    start.append(("yamllint (Debian's), one tenant", [*others, tenant]))
    large.append(("yamllint (Debian's)", [*others, yaml]))
if spectral.exists():
    others = ["node", str(spectral), "lint", "--quiet", "--ruleset", str(FOLDER / "others" / "ruleset.yaml")]
    start.append(("Spectral (npm), five rules, one tenant", [*others, tenant]))
    large.append(("Spectral (npm), five rules", [*others, yaml]))

print(f"{machine()}, load {os.getloadavg()[0]:.1f}\n")
taken = {}
# The kernel counts what the child had of us before it became the program.
floor = run(["true"])[1] * 1.05
for title, rows, rounds, budget, base in (("start of a process, one small tenant", start, 60, 15, hello), ("one manifest of 1 MB", large, 11, 20, large[0][0]), ("many files", many, 7, 25, None)):
    result = in_turns(rows, rounds, budget)
    taken.update(result)
    print(f"| {title} | median | {'x ' + ('hello world' if base == hello else 'event loop') if base else ''} | peak memory | runs |")
    print("|---|---|---|---|---|")
    for name, (ms, mib, count) in result.items():
        print(f"| {name} | {ms:,.1f} ms | {f'{ms / result[base][0]:,.2f}' if base else ''} | {f'{mib:.1f} MiB' if mib > floor else ''} | {count} |")
    print()

inside = subprocess.run([figures, "brief"], check=True, capture_output=True, text=True).stdout
print(inside)
events = {name.strip(): float(ratio) for name, ratio in re.findall(r"^  (\S.*?) +[\d.]+ ms +([\d.]+) x the event loop$", inside, re.M)}

commit = subprocess.run(["git", "describe", "--always", "--dirty"], capture_output=True, text=True).stdout.strip()
row = dict(zip(COLUMNS, [
    f"{datetime.date.today()}", commit, machine(),
    taken["connectorlint, one tenant"][0] / taken[hello][0],
    events["lint, YAML"], events["lint, JSON"],
    taken["connectorlint"][0] / taken[large[0][0]][0],
    taken[many[1][0]][0] / taken[many[0][0]][0],
    taken["connectorlint"][1], taken[many[2][0]][1],
]))
if not HISTORY.exists():
    HISTORY.write_text("\t".join(COLUMNS) + "\n")
header, *old = [line.split("\t") for line in HISTORY.read_text().splitlines()]
last = next((before for before in (dict(zip(header, line)) for line in reversed(old)) if before["machine"] == row["machine"]), None)
worse = [f"{name}: {row[name]:.2f}, was {float(last[name]):.2f}" for name in COLUMNS[3:] if last and last.get(name) and row[name] > LIMIT * float(last[name])]
for name in COLUMNS[3:]:
    print(f"{name:24} {row[name]:8.2f}   {f'{float(last[name]):8.2f}' if last and last.get(name) else '':8}")
if worse:
    print(f"\nmore than 10 % worse than on {last['date']} ({last['commit']}): " + "; ".join(worse))
    if "--accept" not in sys.argv:
        sys.exit(1)
with HISTORY.open("a") as file:
    file.write("\t".join(value if isinstance(value, str) else f"{value:.3f}" for value in row.values()) + "\n")
print(f"\na row more in {HISTORY}")
