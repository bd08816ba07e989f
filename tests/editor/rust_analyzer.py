#!/usr/bin/env python3
"""Asks a rust-analyzer what an editor would: completion, definition, hover and errors inside `grad!`.

    python3 tests/editor/rust_analyzer.py RUST_ANALYZER [--std LIBRARY] [FILTER]

RUST_ANALYZER is the program. It can be built from crates.io: `cargo install ra_ap_rust-analyzer --locked`. LIBRARY is the
`library` folder of the sources of Rust's standard library, where rustup has no `rust-src`. FILTER is a part of the names of cases.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys

import places

HERE = pathlib.Path(__file__).resolve()
ROOT = HERE.parents[2]
PACKAGE = ROOT / "target" / "editor"
MANIFEST = f"""[package]
name = "editor"
version = "0.0.0"
edition = "2024"

[dependencies]
micrograd-core = {{ path = "{ROOT / "micrograd-core"}" }}

[workspace]
"""


class Server:
    """A rust-analyzer, spoken to by the Language Server Protocol."""

    def __init__(self, program, std):
        environment = dict(os.environ, CARGO_TARGET_DIR=str(PACKAGE / "target"))
        self.process = subprocess.Popen(
            [program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=PACKAGE, env=environment
        )
        self.last_id = 0
        self.version = 0
        self.is_quiet = False
        self.file = (PACKAGE / "src" / "lib.rs").as_uri()
        cargo = {"buildScripts": {"enable": True}}
        if std:
            cargo["sysrootSrc"] = std
        options = {
            "cargo": cargo,
            "procMacro": {"enable": True},
            "checkOnSave": False,
            "cachePriming": {"enable": False},
            "completion": {"limit": None, "autoimport": {"enable": False}},
        }
        capabilities = {
            "experimental": {"serverStatusNotification": True},
            "textDocument": {
                "hover": {"contentFormat": ["plaintext"]},
                "diagnostic": {},
                "completion": {"completionItem": {}},
            },
            "workspace": {"configuration": False},
        }
        self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": PACKAGE.as_uri(),
                "capabilities": capabilities,
                "initializationOptions": options,
            },
        )
        self.tell("initialized", {})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while (line := self.process.stdout.readline().strip()) or not length:
            if line.lower().startswith(b"content-length"):
                length = int(line.split(b":")[1])
            elif not line and self.process.poll() is not None:
                sys.exit("rust-analyzer has ended")
        message = json.loads(self.process.stdout.read(length))
        if message.get("method") == "experimental/serverStatus":
            self.is_quiet = message["params"]["quiescent"]
            if message["params"]["health"] != "ok":
                print(message["params"].get("message"), file=sys.stderr)
        elif "method" in message and "id" in message:
            self.send({"id": message["id"], "result": None})
        return message

    def tell(self, method, params):
        self.send({"method": method, "params": params})

    def ask(self, method, params):
        """The result; a question that was overtaken by a change is asked again."""
        while True:
            self.last_id += 1
            self.send({"id": self.last_id, "method": method, "params": params})
            while (message := self.receive()).get("id") != self.last_id or "method" in message:
                pass
            error = message.get("error")
            if not error:
                return message["result"]
            if error["code"] not in (-32801, -32802, -32800):
                return None

    def wait(self):
        while not self.is_quiet:
            self.receive()

    def write(self, text):
        self.version += 1
        document = {"uri": self.file, "version": self.version}
        if self.version == 1:
            document.update(languageId="rust", text=text)
            self.tell("textDocument/didOpen", {"textDocument": document})
        else:
            changes = [{"text": text}]
            self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    def at(self, method, text, **more):
        """Asks about the place of the mark in a text."""
        before, after = text.split(places.MARK)
        self.write(before + after)
        position = {"line": before.count("\n"), "character": len(before) - (before.rfind("\n") + 1)}
        params = {"textDocument": {"uri": self.file}, "position": position, **more}
        return self.ask(f"textDocument/{method}", params)

    def completion(self, text):
        found = self.at("completion", text) or {"items": []}
        items = found["items"] if isinstance(found, dict) else found
        return [item["label"].split("(")[0] for item in items]

    def definition(self, text):
        found = self.at("definition", text) or []
        found = found if isinstance(found, list) else [found]
        return [target.get("range", target.get("targetSelectionRange"))["start"]["line"] for target in found]

    def hover(self, text):
        found = self.at("hover", text)
        return found["contents"]["value"] if found else ""

    def errors(self, text):
        self.write(text)
        found = self.ask("textDocument/diagnostic", {"textDocument": {"uri": self.file}})
        return [item["message"] for item in (found or {}).get("items", []) if item.get("severity") == 1]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("program")
    arguments.add_argument("--std")
    arguments.add_argument("filter", nargs="?", default="")
    options = arguments.parse_args()
    (PACKAGE / "src").mkdir(parents=True, exist_ok=True)
    (PACKAGE / "Cargo.toml").write_text(MANIFEST)
    (PACKAGE / "src" / "lib.rs").write_text("")
    server = Server(options.program, options.std)
    server.write(places.file("let c = alpha * beta;"))
    server.wait()
    passed = 0
    cases = [case for case in places.cases() if options.filter in case.name]
    for case in cases:
        found = case.ask(server)
        is_right = case.is_right(found)
        passed += is_right
        print(f"{'ok    ' if is_right else 'FAILED'} {case.name}" + ("" if is_right else f": {str(found)[:300]}"))
    print(f"{passed} of {len(cases)}")
    server.process.kill()
    sys.exit(passed != len(cases))


main()
