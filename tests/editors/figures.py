#!/usr/bin/env python3
"""Measures the language server by a client over stdio: tests/editors/figures.py BINARY"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time


class Client:
    def __init__(self, folder):
        self.process = subprocess.Popen([sys.argv[1], "lsp", "--as-of", "2026-11-24"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.id = 0
        self.ask("initialize", {"processId": os.getpid(), "rootUri": "file://" + folder, "capabilities": {}})
        self.notify("initialized", {})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def receive(self):
        length = 0
        while (line := self.process.stdout.readline()) != b"\r\n":
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))

    def ask(self, method, params):
        self.id += 1
        self.send({"id": self.id, "method": method, "params": params})
        while True:
            message = self.receive()
            if message.get("id") == self.id and "method" not in message:
                return message

    def findings(self, uri, version):
        while True:
            message = self.receive()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri and message["params"].get("version") == version:
                return message["params"]["diagnostics"]

    def open(self, uri, text):
        self.notify("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
        return self.findings(uri, 1)

    def keystrokes(self, uri, line, column, count):
        place = {"line": line, "character": column}
        times, empty = [], []
        for version in range(2, count + 2):
            start = time.perf_counter()
            self.ask("nothing", {})
            empty.append(time.perf_counter() - start)
            start = time.perf_counter()
            self.notify("textDocument/didChange", {"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"range": {"start": place, "end": place}, "text": "x"}]})
            self.findings(uri, version)
            times.append(time.perf_counter() - start)
        return f"keystroke to findings {statistics.median(times) * 1000:.2f} ms, empty round trip {statistics.median(empty) * 1000:.2f} ms (medians of {count})"

    def peak(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM"))


def write(folder, name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)
    return "file://" + path


def large_manifest(folder):
    write(folder, ".connectorlint.yaml", "root: true\n")
    text = "connectorlint: 1\ntenant: contoso\ninboundConnectors:\n" + "".join(
        f"  - name: From partner {i}\n    connectorType: Partner\n    senderDomains: [d{i}.example]\n    requireTls: true\n"
        f"    tlsSenderCertificateName: mail.d{i}.example\n    restrictDomainsToCertificate: true\n    comment: agreed with partner {i}\n    enabled: true\n"
        for i in range(125))
    client = Client(folder)
    uri = "file://" + folder + "/tenant.yaml"
    client.open(uri, text)
    print(f"{text.count(chr(10))} lines: {client.keystrokes(uri, 499, 100, 300)}; peak {client.peak()} MiB")
    client.process.kill()


def many_tenants(folder):
    write(folder, ".connectorlint.yaml", "root: true\n")
    for i in range(1000):
        write(folder, f"t{i:04}/topology.yaml", f"""connectorlint: 1
tenant: t{i}
topology:
  subscription: exchangeOnline
  mailboxes: both
  hybrid: none
  acceptedDomains:
    - {{name: t{i}.example, type: InternalRelay, mx: exchangeOnline}}
  onPremises: {{server: exchange2010OrLater, smtpHosts: [mail.t{i}.example], publicIPs: [203.0.113.10], certificateNames: [mail.t{i}.example]}}
  partners:
    - {{name: Bank, domains: [bank{i}.example], inbound: {{requireTls: true}}}}
""")
        connectors = f"connectorlint: 1\ntenant: t{i}\ninboundConnectors:\n  - {{name: In, connectorType: OnPremises, senderDomains: ['*'], tlsSenderCertificateName: mail.t{i}.example}}\n"
        uri = write(folder, f"t{i:04}/connectors.yaml", connectors)
    start = time.perf_counter()
    client = Client(folder)
    answer = client.ask("workspace/diagnostic", {"previousResultIds": []})
    took = time.perf_counter() - start
    count = sum(len(report["items"]) for report in answer["result"]["items"])
    print(f"1,000 tenants in 2,000 files, {count} findings: from start to all of them {took:.2f} s, peak {client.peak()} MiB")
    client.open(uri, connectors)
    print(f"... {client.keystrokes(uri, 3, 13, 100)}; peak {client.peak()} MiB")
    client.process.kill()


for measure in (large_manifest, many_tenants):
    with tempfile.TemporaryDirectory() as folder:
        measure(folder)
